USER fuzz
PASS Geheim-4711
FEAT
TYPE I
OPTS UTF8 ON
EPSV
MLSD rc
EPSV
MLSD rc
EPSV
MLSD .
RNFR rc/up.bin
RNTO rc/v.bin
EPSV
MLSD rc
QUIT
