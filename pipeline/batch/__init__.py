"""Many offices: finds their workbooks, builds them on all cores, and writes what comes out."""

from pipeline.batch.jobs import Job, Options, Outcome, Status, find_jobs
from pipeline.batch.office import build, check
from pipeline.batch.pictures import documents, picture
from pipeline.batch.pool import run, run_on
from pipeline.batch.printing import print_pdfs
from pipeline.batch.single import write_new, write_report

__all__ = [
    "Job",
    "Options",
    "Outcome",
    "Status",
    "build",
    "check",
    "documents",
    "find_jobs",
    "picture",
    "print_pdfs",
    "run",
    "run_on",
    "write_new",
    "write_report",
]
