"""The record of support to Ukraine as typed, immutable values.

Start here:

* Values: [`Money`][ukraine_support.Money] in a [`Currency`][ukraine_support.Currency];
  [`Calibre`][ukraine_support.Calibre], [`Length`][ukraine_support.Length] and [`Mass`][ukraine_support.Mass];
  [`Period`][ukraine_support.Period]; [`Text`][ukraine_support.Text]; and an [`Estimate`][ukraine_support.Estimate] of a
  number, an amount or a magnitude, made with `exactly`, `about`, `at_least`, `at_most`, `between` or `UNKNOWN`.
* Who: [`Country`][ukraine_support.Country], [`FormerCountry`][ukraine_support.FormerCountry],
  [`Organisation`][ukraine_support.Organisation] and [`UnnamedParty`][ukraine_support.UnnamedParty] are parties; a
  [`Speaker`][ukraine_support.Speaker] speaks for one.
* What: [`Support`][ukraine_support.Support] and the kinds below it, counted in a [`Line`][ukraine_support.Line].
* Promised: a [`Commitment`][ukraine_support.Commitment], perhaps towards an
  [`Initiative`][ukraine_support.Initiative], at a [`Stage`][ukraine_support.Stage].
* Said: a [`Claim`][ukraine_support.Claim] on progress, a [`Position`][ukraine_support.Position] with its
  [`Stance`][ukraine_support.Stance].
* Known from: a [`Citation`][ukraine_support.Citation] of a [`Source`][ukraine_support.Source], an
  [`Occasion`][ukraine_support.Occasion].
* All of it together, every reference resolved: a [`Ledger`][ukraine_support.Ledger].

Beside the model: `ukraine_support.units` (quantities of pint), `fields` (converters for classes of yours), `reference`
(calibres, missiles, organisations, memberships), `analysis` (questions to a ledger), `serialisation` (JSON), `display`
(words in many languages), `charts` (of answers), `interchange` (tables of Kiel and SIPRI), `testing` (hypothesis, and a
check of classes of yours).
"""

from ._errors import (
    AmbiguousNameError,
    AmbiguousStanceError,
    CurrencyMismatchError,
    CyclicReferenceError,
    DocumentError,
    DuplicateIdError,
    InexactError,
    InvalidValueError,
    KindError,
    LedgerError,
    NotYetKnownError,
    RateNotFoundError,
    UkraineSupportError,
    UnitMismatchError,
    UnknownIdError,
    UnknownNameError,
    UnknownReferenceError,
    UnorderedError,
    WrongTypeError,
)
from ._model.base.vocabulary import Vocabulary
from ._model.claims import Claim, Position, Stance
from ._model.commitments import (
    Commitment,
    FinancialCommitment,
    HumanitarianCommitment,
    Initiative,
    Instrument,
    Link,
    MilitaryCommitment,
    Relation,
    Sourcing,
)
from ._model.ledger import Ledger
from ._model.lines import Basis, Condition, Line, Unit
from ._model.parties import Country, FormerCountry, Membership, Occasion, Organisation, Party, Speaker, UnnamedParty
from ._model.provenance import Citation, Documented, Record, Source
from ._model.records import Records
from ._model.support import (
    Equipment,
    Materiel,
    MissileRole,
    Munition,
    Personnel,
    PersonnelRole,
    Policy,
    Standard,
    Supplies,
    Support,
)
from ._model.support.equipment import (
    Aeroplane,
    Aircraft,
    AirDefenceSystem,
    AntiTankWeapon,
    ArmouredPersonnelCarrier,
    ArmouredVehicle,
    ArtillerySystem,
    Drone,
    ElectronicWarfare,
    Helicopter,
    Howitzer,
    InfantryFightingVehicle,
    Mortar,
    MultipleRocketLauncher,
    Radar,
    SmallArm,
    SupportVehicle,
    Tank,
    Vehicle,
    Vessel,
)
from ._model.support.munitions import (
    AerialBomb,
    ArtilleryShell,
    AutocannonRound,
    DemolitionCharge,
    Grenade,
    LoiteringMunition,
    Mine,
    Missile,
    MortarBomb,
    Rocket,
    SmallArmsAmmunition,
    TankRound,
)
from ._model.values.estimate import UNKNOWN, Estimate, about, at_least, at_most, between, exactly
from ._model.values.magnitudes import Calibre, Length, Mass
from ._model.values.mapping import Extras
from ._model.values.money import Currency, Money
from ._model.values.period import Period
from ._model.values.stages import Stage
from ._model.values.text import Text

__version__ = "0.1.0"

__all__ = [
    "UNKNOWN",
    "AerialBomb",
    "Aeroplane",
    "AirDefenceSystem",
    "Aircraft",
    "AmbiguousNameError",
    "AmbiguousStanceError",
    "AntiTankWeapon",
    "ArmouredPersonnelCarrier",
    "ArmouredVehicle",
    "ArtilleryShell",
    "ArtillerySystem",
    "AutocannonRound",
    "Basis",
    "Calibre",
    "Citation",
    "Claim",
    "Commitment",
    "Condition",
    "Country",
    "Currency",
    "CurrencyMismatchError",
    "CyclicReferenceError",
    "DemolitionCharge",
    "DocumentError",
    "Documented",
    "Drone",
    "DuplicateIdError",
    "ElectronicWarfare",
    "Equipment",
    "Estimate",
    "Extras",
    "FinancialCommitment",
    "FormerCountry",
    "Grenade",
    "Helicopter",
    "Howitzer",
    "HumanitarianCommitment",
    "InexactError",
    "InfantryFightingVehicle",
    "Initiative",
    "Instrument",
    "InvalidValueError",
    "KindError",
    "Ledger",
    "LedgerError",
    "Length",
    "Line",
    "Link",
    "LoiteringMunition",
    "Mass",
    "Materiel",
    "Membership",
    "MilitaryCommitment",
    "Mine",
    "Missile",
    "MissileRole",
    "Money",
    "Mortar",
    "MortarBomb",
    "MultipleRocketLauncher",
    "Munition",
    "NotYetKnownError",
    "Occasion",
    "Organisation",
    "Party",
    "Period",
    "Personnel",
    "PersonnelRole",
    "Policy",
    "Position",
    "Radar",
    "RateNotFoundError",
    "Record",
    "Records",
    "Relation",
    "Rocket",
    "SmallArm",
    "SmallArmsAmmunition",
    "Source",
    "Sourcing",
    "Speaker",
    "Stage",
    "Stance",
    "Standard",
    "Supplies",
    "Support",
    "SupportVehicle",
    "Tank",
    "TankRound",
    "Text",
    "UkraineSupportError",
    "Unit",
    "UnitMismatchError",
    "UnknownIdError",
    "UnknownNameError",
    "UnknownReferenceError",
    "UnnamedParty",
    "UnorderedError",
    "Vehicle",
    "Vessel",
    "Vocabulary",
    "WrongTypeError",
    "about",
    "at_least",
    "at_most",
    "between",
    "exactly",
]
