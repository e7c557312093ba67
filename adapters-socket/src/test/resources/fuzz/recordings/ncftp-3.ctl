USER fuzz
PASS Geheim-4711
PWD
FEAT
HELP SITE
CLNT NcFTPGet 3.2.6 linux-x86_64-glibc2.33
TYPE I
OPTS MLST type;size;modify;UNIX.mode;perm;
MLST /nc/up.bin
QUIT
