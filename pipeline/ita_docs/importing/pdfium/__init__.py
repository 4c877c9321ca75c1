"""The program that opens PDFs, in a process of its own; nothing else imports it but for what ``kinds`` names."""
