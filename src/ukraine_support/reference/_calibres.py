"""The calibres that aid to Ukraine comes in, and the family of arms that each belongs to."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, final

import attrs

from .._model import fields
from .._model.base.immutable import Compound
from .._model.base.vocabulary import Vocabulary
from .._model.provenance import Citation, to_citations
from .._model.support import Standard
from .._model.values.magnitudes import Calibre
from ._sources import (
    BUKVY,
    DRZONOW,
    DSCA,
    IL_TEMPO,
    KIEL_7,
    KIEL_18,
    KYIV_INDEPENDENT,
    LA_STAMPA,
    LB_UA,
    OBS,
    SIPRI,
    TORUN,
    UKRINFORM,
    US_ARMY,
    WIKIPEDIA,
    WIRTUALNA_POLSKA,
)


class Weapon(Vocabulary):
    """A sort of weapon that fires a calibre.

    Examples:
        >>> from ukraine_support import Calibre
        >>> from ukraine_support.reference import CALIBRES, Weapon
        >>> Weapon.ROCKET_LAUNCHER in CALIBRES[Calibre(122)].weapons
        True
    """

    HOWITZER = "howitzer"
    """A howitzer or field gun, towed or self-propelled: it fires artillery shells."""
    MORTAR = "mortar"
    """A mortar: it fires mortar bombs."""
    TANK_GUN = "tank-gun"
    """The main gun of a tank."""
    ROCKET_LAUNCHER = "rocket-launcher"
    """A launcher of unguided or guided artillery rockets."""
    AUTOMATIC_CANNON = "automatic-cannon"
    """A rapid-firing gun of 20 mm or more, against aircraft or on a fighting vehicle."""
    GRENADE_LAUNCHER = "grenade-launcher"
    """A launcher of small grenades, hand-held or on a mount."""
    RECOILLESS_RIFLE = "recoilless-rifle"
    """A shoulder-fired or mounted gun without recoil, against armour."""
    ANTI_TANK_LAUNCHER = "anti-tank-launcher"
    """A shoulder-fired launcher of rockets against armour."""
    NAVAL_GUN = "naval-gun"
    """A gun of a warship."""
    SMALL_ARM = "small-arm"
    """A pistol, submachine gun, rifle or machine gun."""


def _to_weapons(value: Iterable[Weapon]) -> tuple[Weapon, ...]:
    return fields.several(value, Weapon)


@final
@attrs.frozen(kw_only=True, repr=False, getstate_setstate=False)
class CalibreInUse(Compound):
    """A calibre as it is met in aid to Ukraine.

    One calibre can serve weapons that share no ammunition: 122 mm is that of howitzer shells and of Grad rockets.

    Raises:
        InvalidValueError: A field holds something of another type; the message names it.

    Examples:
        >>> from ukraine_support import Calibre
        >>> from ukraine_support.reference import CALIBRES
        >>> [weapon.value for weapon in CALIBRES[Calibre(122)].weapons]
        ['howitzer', 'rocket-launcher']
    """

    calibre: Calibre = attrs.field(validator=fields.valid(Calibre, required=True))
    """The calibre itself."""
    standard: Standard = attrs.field(validator=fields.valid(Standard, required=True))
    """The family of arms it belongs to."""
    weapons: tuple[Weapon, ...] = attrs.field(converter=_to_weapons)
    """What fires it, among the weapons that were given; others may exist."""
    cartridges: tuple[str, ...] = attrs.field(default=(), converter=fields.to_ids)
    """Its cartridges. Where several share the calibre, a gun fires but one of them: 7.62×39 is not 7.62×51."""
    citations: tuple[Citation, ...] = attrs.field(converter=to_citations)
    """Where this is written: an entry of Kiel's tracker or SIPRI's register, a notice, an article."""


def _kiel(entries: str) -> Citation:
    return Citation(KIEL_18.id, entries)


def _sipri(rows: str) -> Citation:
    return Citation(SIPRI.id, rows)


def _dsca(item: str) -> Citation:
    return Citation(DSCA.id, item)


_NATO, _SOVIET, _BOTH, _OTHER = Standard
_ROWS: Final[tuple[tuple[str, Standard, tuple[Weapon, ...], tuple[Citation, ...]], ...]] = (
    ("5.56", _NATO, (Weapon.SMALL_ARM,), (_kiel("LTM29_6 (5.56x45 mm), LTM29_9"),)),
    ("7.62", _BOTH, (Weapon.SMALL_ARM,), (_kiel("LTM28_1 (7.62x51 mm), CZM2_1 (of Soviet origin)"),)),
    ("7.65", _OTHER, (Weapon.SMALL_ARM,), (_kiel("CZM2_1 (submachine gun vz. 61)"),)),
    ("7.7", _OTHER, (Weapon.SMALL_ARM,), (_kiel("CAM27_8 (.303-inch)"),)),
    ("8.585", _NATO, (Weapon.SMALL_ARM,), (_kiel("CAM5_2 (.338 calibre)"),)),
    (
        "9",
        _BOTH,
        (Weapon.SMALL_ARM,),
        (_kiel("CZM2_1 (pistol vz. 82)"), Citation(KIEL_7.id, "Price List: Small-calibre ammunition (9 mm Luger)")),
    ),
    ("12.7", _BOTH, (Weapon.SMALL_ARM,), (_kiel("FRM5_1 (M2 HB), CZM2_1 (of Soviet origin)"),)),
    ("14.5", _SOVIET, (Weapon.SMALL_ARM,), (_kiel("NLM15_2 (KPVT)"), Citation(UKRINFORM.id, "¶1 (KPVT, 14.5 mm)"))),
    (
        "20",
        _NATO,
        (Weapon.AUTOMATIC_CANNON,),
        (
            _kiel("DEM1_44 (Marder ammunition), SIM2_1 (M80A)"),
            Citation(WIRTUALNA_POLSKA.id, "¶1 (M-80A, 20 mm)"),
            Citation(WIKIPEDIA.id, "Article: Marder (infantry fighting vehicle)"),
        ),
    ),
    ("23", _SOVIET, (Weapon.AUTOMATIC_CANNON,), (_kiel("LTM29_6 (ZU-23-2, of Soviet origin), USM10_5"),)),
    ("25", _NATO, (Weapon.AUTOMATIC_CANNON,), (_kiel("USM8_1 (with the Bradley)"),)),
    (
        "30",
        _BOTH,
        (Weapon.AUTOMATIC_CANNON, Weapon.GRENADE_LAUNCHER),
        (
            _kiel("USM10_5 (gun truck, rounds), USM2_1 (VOG-17 for the AGS-17)"),
            Citation(LB_UA.id, "¶1 (VOG-17, 30 mm)"),
        ),
    ),
    (
        "35",
        _NATO,
        (Weapon.AUTOMATIC_CANNON,),
        (Citation(KIEL_7.id, "Price List: GEPARD ammunition round"), _sipri("Germany 2022: Gepard")),
    ),
    (
        "40",
        _BOTH,
        (Weapon.GRENADE_LAUNCHER, Weapon.AUTOMATIC_CANNON),
        (_kiel("DEM1_44 (grenade launcher GMG), USM2_1 (VOG-25 for the Soviet GP-25), LTM16_1 (Bofors L70)"),),
    ),
    ("57", _SOVIET, (Weapon.AUTOMATIC_CANNON,), (_kiel("PLM5_1 (S-60)"), Citation(DRZONOW.id, "¶2 (S-60, 57 mm)"))),
    ("60", _NATO, (Weapon.MORTAR,), (_kiel("PLM2_1 (LMP-2017), USM7_7, USM8_9"),)),
    (
        "66",
        _NATO,
        (Weapon.ANTI_TANK_LAUNCHER,),
        (_kiel("NOM1_1 (M72)"), Citation(KIEL_7.id, "Price List: Ammunition for light anti-armor weapon (M72, 66 mm)")),
    ),
    ("70", _NATO, (Weapon.ROCKET_LAUNCHER,), (_kiel("DEM1_11"),)),
    ("73", _SOVIET, (Weapon.RECOILLESS_RIFLE,), (_kiel("ELM2_1"), Citation(IL_TEMPO.id, "¶3 (SPG-9, 73 mm)"))),
    ("76", _NATO, (Weapon.NAVAL_GUN,), (_kiel("CAM24_4 (naval ammunition)"),)),
    ("81", _NATO, (Weapon.MORTAR,), (_kiel("CAM24_4, NOM11_2, USM8_6"),)),
    (
        "82",
        _SOVIET,
        (Weapon.MORTAR,),
        (_dsca("82mm mortar rounds"), _kiel("USM7_7, USM11_1"), Citation(TORUN.id, "first paragraph")),
    ),
    ("84", _NATO, (Weapon.RECOILLESS_RIFLE,), (_kiel("CAM7_1 (Carl Gustaf M2), EEM10_1"),)),
    (
        "100",
        _SOVIET,
        (Weapon.TANK_GUN,),
        (_sipri("Czechia 2022: T-55AM-2"), Citation(OBS.id, "the T-55's gun of 100 mm")),
    ),
    (
        "105",
        _NATO,
        (Weapon.HOWITZER, Weapon.TANK_GUN),
        (_kiel("UKM10_6 (L119), AUM16_1, BEM13_1 (tank ammunition)"), _sipri("United States 2022: L-118 105mm")),
    ),
    (
        "120",
        _BOTH,
        (Weapon.MORTAR, Weapon.TANK_GUN),
        (
            _kiel("DKM7_7 (tank ammunition), DEM1_72 (Leopard 2A6), DKM8_10 (mortar)"),
            _dsca("120mm mortar rounds"),
            _sipri("Lithuania 2022: 2B11 120mm; France 2022: MO-120-RT 120mm"),
        ),
    ),
    (
        "122",
        _SOVIET,
        (Weapon.HOWITZER, Weapon.ROCKET_LAUNCHER),
        (
            _dsca("122mm rounds for 2S1 Gvozdika; BM-21 GRAD rockets"),
            _kiel("EEM2_1 (D-30), CZM14_1 (RM-70), both of Soviet origin"),
            _sipri("Poland 2022: 2S1 122mm, BM-21 Grad 122mm"),
            Citation(KYIV_INDEPENDENT.id, "¶5"),
        ),
    ),
    (
        "125",
        _SOVIET,
        (Weapon.TANK_GUN,),
        (_dsca("125mm HE ammunition for T-72"), _kiel("PLM2_1, USM11_1 (of Soviet origin)")),
    ),
    ("128", _OTHER, (Weapon.ROCKET_LAUNCHER,), (_sipri("Croatia 2022: RAK-12 128mm"),)),
    (
        "130",
        _SOVIET,
        (Weapon.HOWITZER,),
        (_kiel("USM10_5"), _sipri("Croatia 2022: M-46 130mm"), Citation(US_ARMY.id, "the Soviet M-46")),
    ),
    (
        "152",
        _SOVIET,
        (Weapon.HOWITZER,),
        (
            _dsca("152mm rounds for 2A36 Giatsint, D-20 and 2A65 Msta"),
            _kiel("CZM14_1 (Dana, of Soviet origin), USM11_1"),
            _sipri("Finland 2023: 2A36 Giatsint-B 152mm"),
            Citation(KYIV_INDEPENDENT.id, "¶5"),
        ),
    ),
    (
        "155",
        _NATO,
        (Weapon.HOWITZER,),
        (
            Citation(KYIV_INDEPENDENT.id, "¶2, ¶3"),
            _kiel("AUM7_1 (M777), FRM2_1, DEM1_2 (Panzerhaubitze 2000)"),
            _sipri("United States 2022: M-777 155mm"),
        ),
    ),
    (
        "203",
        _BOTH,
        (Weapon.HOWITZER,),
        (
            _kiel("USM10_7 (American shells)"),
            Citation(LA_STAMPA.id, "the Soviet 2S7 Pion in Ukrainian service"),
            Citation(BUKVY.id, "the Pion fires American shells"),
        ),
    ),
    (
        "227",
        _NATO,
        (Weapon.ROCKET_LAUNCHER,),
        (_kiel("UKM11_1 (GMLRS), FRM4_1 (M270), DEM1_84 (HIMARS)"),),
    ),
    ("300", _SOVIET, (Weapon.ROCKET_LAUNCHER,), (_dsca("300mm rockets for Smerch"), _kiel("USM2_1, USM11_1"))),
)

_CARTRIDGES: Final[Mapping[str, Mapping[str, str]]] = {
    "5.56": {"5.56×45": "5.56×45mm NATO"},
    "7.62": {"7.62×39": "7.62×39mm", "7.62×51": "7.62×51mm NATO", "7.62×54R": "7.62×54mmR"},
    "9": {"9×18": "9×18mm Makarov", "9×19": "9×19mm Parabellum"},
    "12.7": {"12.7×99": ".50 BMG", "12.7×108": "12.7×108mm"},
    "14.5": {"14.5×114": "14.5×114mm"},
    "23": {"23×115": "23×115mm", "23×152": "ZU-23-2"},
    "25": {"25×137": "M242 Bushmaster"},
    "30": {"30×165": "Shipunov 2A42", "30×173": "30×173mm"},
    "35": {"35×228": "Oerlikon GDF"},
    "40": {"40×46": "40 mm grenade", "40×53": "40 mm grenade"},
}
"""For each calibre its cartridges, each with the article of the English Wikipedia that tells of it."""


def _in_use(
    millimetres: str, standard: Standard, weapons: tuple[Weapon, ...], citations: tuple[Citation, ...]
) -> CalibreInUse:
    cartridges = _CARTRIDGES.get(millimetres, {})
    return CalibreInUse(
        calibre=Calibre(millimetres),
        standard=standard,
        weapons=weapons,
        cartridges=tuple(cartridges),
        citations=(
            *citations,
            *(Citation(WIKIPEDIA.id, f"Article: {name}") for name in dict.fromkeys(cartridges.values())),
        ),
    )


CALIBRES: Final[Mapping[Calibre, CalibreInUse]] = MappingProxyType({Calibre(row[0]): _in_use(*row) for row in _ROWS})
"""The calibres met in aid to Ukraine, from the smallest to the largest. Not every calibre there is: those for which a
source can be named, among them every one that the cited releases of Kiel and SIPRI name. Left out are slips in
their lists: 15 and 150 mm for shells of 155 mm, 127 and 298 mm for rockets of 227 mm."""
