"""Many offices: finds their workbooks, builds them on all cores, and writes what comes out."""

from pipeline.batch.jobs import Job, Options, Outcome, Status, find_jobs
from pipeline.batch.office import build, check, write_report
from pipeline.batch.pool import run, run_on

__all__ = ["Job", "Options", "Outcome", "Status", "build", "check", "find_jobs", "run", "run_on", "write_report"]
