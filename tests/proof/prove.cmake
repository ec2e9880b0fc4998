# Runs z3 on a file of lemmas: each asks for a counterexample, and has none ("unsat"). The last asks for
# one that is there ("sat"), so that a file that proves nothing is seen.
execute_process(COMMAND ${Z3} -smt2 -T:120 ${LEMMAS}
  OUTPUT_VARIABLE out ERROR_VARIABLE out RESULT_VARIABLE status)
message("${out}")
file(STRINGS ${LEMMAS} asked REGEX "^\\(echo \"lemma ")
list(LENGTH asked lemmas)
string(REGEX MATCHALL "(^|\n)lemma [^\n]*\nunsat" proven "${out}")
list(LENGTH proven count)
if(NOT status EQUAL 0 OR NOT count EQUAL lemmas OR lemmas EQUAL 0)
  message(FATAL_ERROR "${count} of ${lemmas} lemmas proven")
endif()
if(NOT out MATCHES "bound matters\nsat")
  message(FATAL_ERROR "without the bound a product leaves the word: that was not found")
endif()
