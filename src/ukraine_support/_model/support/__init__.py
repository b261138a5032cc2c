"""What can be given, or decided: the widest kinds; those below munitions and equipment have modules of their own."""

from .materiel import Equipment, Materiel, Munition, Supplies
from .personnel import Personnel
from .policy import Policy
from .support import Support
from .vocabularies import MissileRole, PersonnelRole, Standard

__all__ = [
    "Equipment",
    "Materiel",
    "MissileRole",
    "Munition",
    "Personnel",
    "PersonnelRole",
    "Policy",
    "Standard",
    "Supplies",
    "Support",
]
