"""Fields that list or number what a finished document has: tables of contents and of figures, captions, references.

Word works them out when it is asked to (F9); a document that is made without Word would show what its template showed.
``listed`` makes the entries anew, and ``numbered`` gives them the pages of the page plan.
"""

from thaipages.listing.entries import asks, listed
from thaipages.listing.numbers import Numbered, numbered

__all__ = ["Numbered", "asks", "listed", "numbered"]
