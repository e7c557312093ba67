USER fuzz
PASS Geheim-4711
EPSV
STOR x
ÿôÿòABOR
REST 5
QUIT
STOR y
no end