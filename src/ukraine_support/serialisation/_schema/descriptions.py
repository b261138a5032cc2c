"""What each field of the model is, as its docstring says, which Python itself does not keep.

`tests/field_descriptions.py` writes this module; a test holds that it would write it again.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Armed.calibre": "The calibre of what it fires, or of its main gun; null where it is not said.",
        "Calibre.millimetres": "The diameter in millimetres, above zero.",
        "CartridgeAmmunition.cartridge": (
            'The cartridge, such as "7.62×39", which is not 7.62×51; null where it is not said.'
        ),
        "Citation.at": "The place in it, as its readers count: a page, a paragraph, a cell.",
        "Citation.source": "The id of the source.",
        "Claim.about": "The id of the commitment or the initiative.",
        "Claim.correction": (
            "Whether it corrects earlier claims by a difference, as money paid back does, and may be below zero."
        ),
        "Claim.disputes": "The ids of the claims that the speaker contradicts.",
        "Claim.during": "In which periods it happened: each the whole span.",
        "Claim.forecast": "Whether the speaker foretells it instead of reporting it.",
        "Claim.increment": "Whether this comes on top of what came before; if not, it is a total up to then.",
        "Claim.line": (
            "Which of its lines (or of an initiative's goal): its id or, of one without, its position, 0 for the "
            "first; null for the whole."
        ),
        "Claim.of": (
            "Which kinds of support the figure counts, where these are not the promised ones; never beside a share."
        ),
        "Claim.quantity": "How many, in the unit of the line; below zero only in a correction.",
        "Claim.retracts": (
            "The ids of the claims of the same party that the speaker takes back, as if they had never been made."
        ),
        "Claim.said": "When it was said: some day within the period. From its last day on, the claim is known.",
        "Claim.share": "Which part of what was promised: 0.3 is 30 %; zero or more.",
        "Claim.speaker": "Who said it; null where none is named.",
        "Claim.stage": "The stage that, according to the speaker, was reached.",
        "Claim.value": "What it is worth; below zero only in a correction.",
        "Claim.wording": "The speaker's own verb or words.",
        "Commitment.announced": (
            "When it was announced: some day within the period. From its last day on, the commitment is known."
        ),
        "Commitment.basis": "Where the value comes from.",
        "Commitment.channels": "Through whom it is given.",
        "Commitment.correction": "Whether it corrects an earlier record, and so may hold negative values.",
        "Commitment.covers": "The time that it is for: the whole span.",
        "Commitment.donors": "Who promises; none where it is not stated, several where they promise jointly.",
        "Commitment.due": "By when it is to be delivered: some day within the period.",
        "Commitment.lines": "What is promised, kind by kind.",
        "Commitment.links": "How it bears on other commitments.",
        "Commitment.part_of": "The id of the commitment of which it is a part.",
        "Commitment.recipient": "To whom.",
        "Commitment.sourcing": "Where what is given comes from; null where it is not said.",
        "Commitment.stage": "How far it had come when it was announced.",
        "Commitment.suppliers": "Who makes or sells what is given; often not who pays.",
        "Commitment.towards": "The id of the initiative to which it contributes.",
        "Commitment.value": "What the whole is worth, as stated; below zero only in a correction.",
        "Country.alpha2": "The code of two letters; the constructor takes any of the three codes.",
        "Currency.code": "The alphabetic code, three capital letters.",
        "Documented.citations": "The places in sources that say so.",
        "Documented.occasion": "The id of the occasion on which it was said or decided.",
        "Estimate.high": "The high end; null where it is open.",
        "Estimate.is_approximate": "Whether the ends are rough: then they exclude nothing.",
        "Estimate.low": "The low end; null where it is open.",
        "FinancialCommitment.instrument": "How the money is given.",
        "FormerCountry.code": "The code of four letters.",
        "Guidable.guided": "Whether it is steered on its way; null where it is not said.",
        "Initiative.announced": "When it was announced: some day within the period.",
        "Initiative.goal": "What it is to bring together.",
        "Initiative.goal_value": "How much money it is to bring together.",
        "Initiative.lead": "Who leads it.",
        "Initiative.name": "What it is called.",
        "Initiative.stage": "How far it had come when it was announced.",
        "Initiative.suppliers": "Who makes or sells what it buys.",
        "Ledger.claims": "What was said of their progress, by id.",
        "Ledger.commitments": "The promises, by id.",
        "Ledger.initiatives": "The joint undertakings, by id.",
        "Ledger.occasions": "The meetings, by id.",
        "Ledger.positions": "Where parties stand, by id.",
        "Ledger.sources": "The documents, by id.",
        "Length.metres": "The length in metres, zero or more.",
        "Line.basis": "Where price and value come from.",
        "Line.condition": "In which state the things are.",
        "Line.extras": "The columns of a source that have no field of their own.",
        "Line.id": (
            "What claims call it, unique among the lines of its record, not digits alone; null where they count it "
            "from 0."
        ),
        "Line.note": "What readers should know besides.",
        "Line.of": "The kinds of support that are counted together.",
        "Line.quantity": "How many of them, above zero.",
        "Line.unit": "What the quantity counts.",
        "Line.unit_price": "The price of one unit.",
        "Line.value": "The value of the whole line; below zero only in a correction.",
        "Link.relation": "What this commitment does to the other.",
        "Link.to": "The id of the other commitment.",
        "Mass.kilograms": "The mass in kilograms, zero or more.",
        "Materiel.description": "What the source calls it.",
        "Materiel.lethal": (
            "Whether it is meant to kill, as the European Peace Facility divides its aid; null where it is not said."
        ),
        "Membership.citations": "The places in sources that say so.",
        "Membership.country": "The member.",
        "Membership.organisation": "The organisation.",
        "Membership.since": "The first day.",
        "Membership.until": "The last day; null while it lasts.",
        "Missile.role": "From where it is fired, and at what; null where it is not said.",
        "Money.amount": "The amount, in units of the currency (not of its minor unit).",
        "Money.currency": "The currency.",
        "Munition.calibre": "The calibre; null where it is not said.",
        "Munition.mass": "The mass of one round, where it is known.",
        "Occasion.citations": "The places in sources that say so.",
        "Occasion.host": "Who invited.",
        "Occasion.name": "What it is called.",
        "Occasion.place": "Where it was.",
        "Occasion.when": "When it was: the whole span.",
        "Organisation.id": "What documents call it; never two letters that are a country's code.",
        "Organisation.name": "What it is called.",
        "Organisation.part_of": "The organisation whose institution, fund or branch it is.",
        "Period.edtf": "The period as EDTF writes it; a `date` may be passed instead.",
        "Personnel.description": "What the source calls them.",
        "Personnel.role": "What they are sent for; null where it is not said.",
        "Policy.description": "What it is.",
        "Position.holder": "Whose stance it is.",
        "Position.on": "A kind of support, or the id of a commitment or an initiative.",
        "Position.said": "When it was said: some day within the period. From its last day on, the position is known.",
        "Position.since": "Since when it has been held.",
        "Position.speaker": "Who says so; null where none is named.",
        "Position.stance": "The stance.",
        "Product.designation": 'The maker\'s or the forces\' name of the type, such as "M795" or "Leopard 2A4".',
        "Product.origin": (
            "The country of its maker, not the donor; null where it is not said, or where there are several."
        ),
        "Product.standard": "The family of arms that it was made for; null where it is not said.",
        "Record.extras": "The columns of a source that have no field of their own, text to text.",
        "Record.id": "Unique over the whole ledger.",
        "Record.note": "What readers should know besides, in words of the record's author.",
        "Rocket.guided": "Whether it is steered on its way; null where it is not said.",
        "SelfPropelled.range": "How far it flies.",
        "SelfPropelled.warhead": "The mass of its warhead, where it is known.",
        "SmallArm.cartridge": 'The cartridge that it fires, such as "7.62×39"; null where it is not said.',
        "Source.published": (
            "When it was published: some day within the period. From its last day on, what cites the source is known."
        ),
        "Source.publisher": "Who published it.",
        "Source.through": "The id of the source through which alone this one is known.",
        "Source.title": "What the document is called.",
        "Source.url": "Its address.",
        "Speaker.name": "The name, as the record's author writes it, in one language or several.",
        "Speaker.of": "The party spoken for.",
        "Speaker.office": "The office held at the time.",
        "Text.languages": "Pairs of language tag and words, sorted by tag; `und` where the language is not said.",
        "UnnamedParty.count": "How many they are.",
        "UnnamedParty.description": "How the source describes them.",
        "UnnamedParty.member_of": "The organisations of which each is a member.",
    }
)
"""Class and field to what the field is."""
