USER fuzz
PASS Geheim-4711
PWD
FEAT
HELP SITE
CLNT NcFTPPut 3.2.6 linux-x86_64-glibc2.33
CWD /nc
CWD /nc
MKD /nc
CWD /nc
TYPE I
OPTS MLST type;size;modify;UNIX.mode;perm;
MLST up.bin
SIZE up.bin
PASV
STOR up.bin
MFF Modify=20261122010703;Create=20261122010703 up.bin
MFMT 20261122010703 up.bin
MLST up.txt
SIZE up.txt
PASV
STOR up.txt
MFF Modify=20261122010703;Create=20261122010703 up.txt
MFMT 20261122010703 up.txt
QUIT
