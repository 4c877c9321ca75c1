"""Many offices: finds their workbooks, builds them on all cores, and writes what comes out."""

from ita_docs.batch.jobs import Job, Options, Outcome, OutcomeStatus, find_jobs, find_workbooks
from ita_docs.batch.office import build, check
from ita_docs.batch.pictures import documents, picture
from ita_docs.batch.pool import MOST_WORKERS, check_all, each, run
from ita_docs.batch.printing import print_pdfs, tell_old_pdfs
from ita_docs.batch.template_folders import said, sources, unused_templates
from ita_docs.batch.templates import Examined, examined, left_out

__all__ = [
    "MOST_WORKERS",
    "Examined",
    "Job",
    "Options",
    "Outcome",
    "OutcomeStatus",
    "build",
    "check",
    "check_all",
    "documents",
    "each",
    "examined",
    "find_jobs",
    "find_workbooks",
    "left_out",
    "picture",
    "print_pdfs",
    "run",
    "said",
    "sources",
    "tell_old_pdfs",
    "unused_templates",
]
