from mut import *
import mut
I=P+'InteractiveTest#'
base=mut.CP
mut.CP='/tmp/words_run/dbg:'+base
go('completion: options quoted',[(C+'TypedLine.java','return isOption() ? candidate : ','return ')],[I+'completesOptions'])
go('completion: names as options',[(C+'TypedLine.java','return isOption() ? candidate : Quoting.typed(candidate.toString());','return candidate;')],[I+'completesNamesThatLookLikeOptions'])
go('job mark',[(C+'Jobs.java','      parts.transcript().mark("[" + number + "] ");\n','')],[P+'TransferTest#beginsTheProtocolOfAJobWithItsNumber'])
