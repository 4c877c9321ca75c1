"""Places of a template for tags outside of the runs of its text: charts, diagrams, shapes, equations, addresses of
links, alternative texts, properties, variables, lists' signs, data behind content controls.

``survey`` finds them in a package, after both halves of what stands twice say the same; ``Slot.heal`` makes their tags
what the engine renders.
"""

from wordfill.slots.agreement import Agreement
from wordfill.slots.parts import SlotPart, Survey, slots_in_text, survey, text_members
from wordfill.slots.slot import Slot, Use, source

__all__ = ["Agreement", "Slot", "SlotPart", "Survey", "Use", "slots_in_text", "source", "survey", "text_members"]
