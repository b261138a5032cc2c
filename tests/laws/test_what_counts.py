"""COUNTING, rules 1 to 12: which commitments count at a stage, what is known, what is withdrawn, what is bought.

Each table is one rule, each row a case: a ledger, a question, the answer. `notation` says how to read them.
"""

import pytest

from laws.notation import KINDS, answer, cases, holds, read
from ukraine_support import CyclicReferenceError

RULE_1 = cases("""
  what has reached the stage counts
    a €100                                       | sum pledged         | €100
    a €100                                       | sum proposed        | €100
    a €100                                       | sum committed       | nothing
    a €100 proposed                              | sum pledged         | nothing
    a €100; b €50                                | sum pledged         | €150
    a €100; b €50 delivered                      | sum delivered       | €50
    a; b                                         | sum pledged         | €≥0
    a €100; b                                    | sum pledged         | €≥100
    a €100; b                                    | undisclosed pledged | 1
    a €≤100                                      | sum pledged         | €≤100
    a €100; b €≤0                                | sum pledged         | €100
  a part counts where no whole of it does
    a €100; b €60 part_of a                                      | sum pledged       | €100
    a €100; b €60 part_of a                                      | counts pledged    | a
    a €100 proposed; b €60 part_of a                             | sum pledged       | €60
    a €100; b €60 allocated part_of a                            | sum allocated     | €60
    a €100; b €60 allocated part_of a                            | sum pledged       | €100
    a €100; b €60 component_of a                                 | sum pledged       | €100
    a €100; b €60 allocated component_of a                       | sum allocated     | €60
    a €100; b €60 part_of a component_of a                       | sum pledged       | €100
    a €100; b €60 delivered part_of a; c €50 delivered part_of a | sum delivered     | €110
  however far up the whole is
    a €100; b €60 part_of a; c €20 part_of b                     | sum pledged       | €100
    a €100 allocated; b €60 part_of a; c €20 delivered part_of b | sum allocated     | €100
    a €100 allocated; b €60 part_of a; c €20 delivered part_of b | sum delivered     | €20
    a €100; b €60 allocated part_of a; c €20 delivered part_of b | sum allocated     | €60
    a €100; b €60 component_of a; c €20 part_of b                | sum pledged       | €100
    a €100; b €60 part_of a; c €20 component_of b                | sum pledged       | €100
  of two tellings one counts
    a €100; b €100 same_as a                     | sum pledged       | €100
    a €100; b €100 same_as a                     | counts pledged    | a
    a €100; b €100 same_as a                     | number pledged    | 1
    a €100; b €110 delivered same_as a           | sum delivered     | €110
    a €100 proposed; b €110 same_as a            | sum pledged       | €110
    a €100; b €100 same_as a; c €60 part_of b    | sum pledged       | €100
    a €100; b €60 part_of a; c €60 same_as b     | sum pledged       | €100
    a €100; b €60 part_of a; c €60 same_as b     | counts pledged    | a
    a €100; b €100 same_as a; c €60 allocated part_of a; d €60 allocated part_of b | sum allocated     | €60
  what replaces another counts instead of it, once it has come as far
    a €100; b €120 replaces a                             | sum pledged       | €120
    a €100; b €120 replaces a                             | counts pledged    | b
    a €100 allocated; b €120 replaces a                   | sum pledged       | €120
    a €100 allocated; b €120 replaces a                   | sum allocated     | €100
    a €100; b €120 proposed replaces a                    | sum pledged       | €100
    a €100; b €120 proposed replaces a                    | sum proposed      | €120
    a €100; b €120 replaces a; c €130 replaces b          | sum pledged       | €130
    a €100; b €120 proposed replaces a; c €130 replaces b | sum pledged       | €130
    a €100; b €120 replaces a; c €130 proposed replaces b | sum pledged       | €120
    a €10; b €20; c €40 replaces a,b                      | sum pledged       | €40
    a €10; b €20; c €40 proposed replaces a,b             | sum pledged       | €30
    a €90; b €40 replaces a; c €50 replaces a             | sum pledged       | €90
    a €90; b €40 replaces a; c €50 replaces a             | counts pledged    | b c
  nor does a part of what was replaced, or the replacement of a part, count again
    a €100; b €60 part_of a; c €120 replaces a   | sum pledged       | €120
    w €500; v by DE; a €100 part_of w; r €120 replaces a part_of v by DE | sum pledged | €≥620
    a €100; b €60 part_of a; c €80 replaces b    | sum pledged       | €100
    a €100; b €100 same_as a; c €120 replaces b  | sum pledged       | €120
    a €100; b €100 same_as a; c €120 replaces a  | sum pledged       | €120
  of what is told twice, the parts count that come to more, however far below
    a proposed; b proposed same_as a; c proposed part_of a; d proposed part_of b;
      e €60 part_of c; f €50 part_of d | sum pledged | €60
      e €50 part_of c; f €60 part_of d | sum pledged | €60
  a part of what replaces another takes its place
    a €10; r proposed replaces a; z €10 part_of r               | sum pledged       | €10
    a €10 allocated; r €12 replaces a; z €5 allocated part_of r | sum allocated     | €5
    z €10; r proposed replaces z; a €10 part_of r               | sum pledged       | €10
  what is restated counts at no stage
    a €100; b €90 corrects a                     | sum pledged       | €90
    a €100; b €90 corrects a                     | counts pledged    | b
    a €100 delivered; b €90 corrects a           | sum delivered     | nothing
    a €100 delivered; b €90 corrects a           | sum pledged       | €90
    a €100 delivered; b €90 delivered corrects a | sum delivered     | €90
    a €100; b €90 corrects a; c €80 corrects b   | sum pledged       | €80
    a €100; b €60 part_of a; c €50 corrects b    | sum pledged       | €100
    a €100; b €50; c €90 corrects a,b            | sum pledged       | €90
    a €100; b €50 allocated; c €90 corrects a,b  | sum allocated     | €50
  of several restatements the latest counts
    a €100;
      b €90 corrects a on 1; c €80 corrects a on 2                        | sum pledged       | €80
      b €90 corrects a on 2; c €80 corrects a on 1                        | sum pledged       | €90
      b €90 corrects a on 1; c €80 corrects a on 2; d €70 corrects a on 3 | counts pledged    | d
  of restatements that replace each other, the one that no other replaces
    a €100 on 1; k €20 on 3 corrects a; m €30 on 2 corrects a replaces k             | counts pledged | m
""")

RULE_2 = cases("""
  the telling that says so of no other counts
    a €100; b €110 same_as a                     | sum pledged       | €100
    a €100; b €110 same_as a; c €120 same_as a   | sum pledged       | €100
    a €100; b €110 same_as a; c €120 same_as b   | sum pledged       | €100
    a €100 same_as b; b €110; c €120 same_as a   | sum pledged       | €110
    a €100 same_as b; b €110; c €120 same_as a   | counts pledged    | b
  tied tellings that differ give the span
    a €100 same_as b; b €120 same_as a                   | sum pledged       | €100..120
    a €120 same_as b; b €100 same_as a                   | sum pledged       | €100..120
    a €100 same_as b; b €120 same_as a                   | number pledged    | 1
    a €100 same_as b; b €120 same_as a; c same_as a; d €10 diff corrects a | promised money c | €110..120
    a €100 same_as b; b €100 same_as a                   | sum pledged       | €100
    a €100 same_as b; b €120 same_as c; c €110 same_as a | sum pledged       | €100..120
    a €100 same_as b; b €120 same_as a; c €50            | sum pledged       | €150..170
    a €≤100 same_as b; b €80 same_as a                   | sum pledged       | €≤100
    a €≥100 same_as b; b €120 same_as a                  | sum pledged       | €≥100
  only what has reached the stage is compared
    a €100 same_as b; b €120 allocated same_as a | sum allocated     | €120
    a €100 proposed same_as b; b €120 same_as a  | sum pledged       | €120
  a telling without a value takes that of one that has it
    a €100; b same_as a                          | sum pledged         | €100
    a; b €100 same_as a                          | sum pledged         | €100
    a; b €100 same_as a                          | undisclosed pledged | 0
    a; b €100 same_as a                          | number pledged      | 1
    a same_as b; b €100 same_as a                | sum pledged         | €100
    a; b same_as a; c €100 same_as b             | sum pledged         | €100
    a; b same_as a                               | sum pledged         | €≥0
    a; b same_as a                               | undisclosed pledged | 1
    a by NL; b €100 same_as a by DE              | donors pledged      | NL €100
""")

RULE_3 = cases("""
  a correction by a difference counts wherever what it corrects counts
    a €100; d €-30 diff corrects a                                      | sum pledged       | €70
    a €100; d €-30 diff corrects a                                      | counts pledged    | a d
    a €100; d €20 diff corrects a                                       | sum pledged       | €120
    a €100; d €-30 delivered diff corrects a                            | sum delivered     | nothing
    a €100 delivered; d €-30 diff corrects a                            | sum delivered     | €70
    a €100 allocated; d €-30 proposed diff corrects a                   | sum pledged       | €70
    a €100 proposed; d €-30 diff corrects a                             | sum pledged       | nothing
    w; a €5 on 9; d €3 diff part_of w corrects a on 1                   | promised money w as of 5 | €≥3
    a €100; d €-30 diff corrects a; e €-5 diff corrects d               | sum pledged       | €65
    a €100; d €-30 diff corrects a; e €-5 diff corrects a               | sum pledged       | €65
    a €100; d €-30 diff corrects a; b €120 replaces a                   | sum pledged       | €120
    a €100; d €-30 diff corrects a; b €120 corrects a                   | sum pledged       | €120
    a €100; b €60 part_of a; d €-10 diff corrects b                     | sum pledged       | €100
    a €100; b €60 allocated part_of a; d €-10 allocated diff corrects b | sum allocated     | €50
    a €100; d €-30 diff corrects a; NL: a withdrawn on 5                | sum pledged       | nothing
    a €100; d €-30 diff                                                 | sum pledged       | €70
    a 100 shells; d €0 20 shells diff corrects a                        | promised a        | 120
    a 100 shells; d €≥-5 20 shells diff corrects a                      | promised a        | 120
    a 100 shells; d €-5 20 shells diff corrects a                       | promised a        | ≤100
  what reimburses counts only where what it reimburses does not
    a €100; r €80 reimburses a                                         | sum pledged       | €100
    a €100; r €80 allocated reimburses a                               | sum allocated     | €80
    a €100 proposed; r €80 reimburses a                                | sum pledged       | €80
    a €100; r €80 allocated reimburses a; s €70 allocated reimburses r | sum allocated     | €80
    a €100; r €80 allocated reimburses a; s €70 allocated reimburses r | sum pledged       | €100
    a €100; b €60 part_of a; r €60 reimburses b                        | sum pledged       | €100
    a €100; b €100 same_as a; r €80 reimburses b                       | sum pledged       | €100
    a €100 reimburses b; b €80 same_as a                               | sum pledged       | €100
    a €100; b €120 replaces a; r €80 reimburses a                      | sum pledged       | €120
    a €100; b €50; r €120 reimburses a,b                               | sum pledged       | €150
    a €100; r €80 reimburses a; NL: a withdrawn on 5                   | sum pledged       | €80
    a €100; r €80 by EPF reimburses a                                  | donors pledged    | NL €100
  what backs counts by itself
    a €100; g €80 backs a                        | sum pledged       | €180
    a €100 proposed; g €80 backs a               | sum pledged       | €80
""")

RULE_5 = cases("""
  parts raise an open or lower low end
    a; b €60 part_of a; c €40 part_of a                   | sum pledged       | €≥100
    a; b €60 component_of a; c €40 part_of a              | sum pledged       | €≥100
    a; b €60 part_of a; c €40 part_of a                   | counts pledged    | a
    a €≤100; b €60 part_of a                              | sum pledged       | €60..100
    a €≤100; b €60 part_of a; c €30 part_of a             | sum pledged       | €90..100
    a €40..100; b €60 part_of a                           | sum pledged       | €60..100
    a €80..100; b €60 part_of a                           | sum pledged       | €80..100
    a €40..100; b €~40 part_of a                          | sum pledged       | €40..100
    a €-100..50 diff; b €-20 diff part_of a               | sum pledged       | €-20..50
    a €≥50; b €60 part_of a                               | sum pledged       | €≥60
    a €≥80; b €60 part_of a                               | sum pledged       | €≥80
    a; b €60 part_of a; c part_of a                       | sum pledged       | €≥60
    a; b €≤60 part_of a                                   | sum pledged       | €≥0
    a; b €≥60 part_of a                                   | sum pledged       | €≥60
    a; b €40..60 part_of a                                | sum pledged       | €≥40
    a; b part_of a; c €60 part_of b                       | sum pledged       | €≥60
    a; b €50 part_of a; c €60 part_of b                   | sum pledged       | €≥50
    a; b €≤50 part_of a; c €30 part_of b; d €20 part_of a | sum pledged       | €≥50
    a; b €60 part_of a; x €5                              | sum pledged       | €≥65
  but never an exact or a rounded value
    a €100; b €60 part_of a; c €70 part_of a     | sum pledged       | €100
    a €~100; b €130 part_of a                    | sum pledged       | €~100
    a €~100; b €60 part_of a                     | sum pledged       | €~100
  nor above its own high end
    a €≤100; b €130 part_of a                    | sum pledged       | €~100
    a €≤100; b €60 part_of a; c €70 part_of a    | sum pledged       | €~100
    a €40..100; b €130 part_of a                 | sum pledged       | €~100
    a €≤100; b €100 part_of a                    | sum pledged       | €100
  only parts that have reached the stage
    a; b €60 proposed part_of a                  | sum pledged       | €≥0
    a allocated; b €60 part_of a                 | sum allocated     | €≥0
    a allocated; b €60 part_of a                 | sum pledged       | €≥60
    a; b €60 allocated part_of a                 | sum allocated     | €60
    a; b €60 part_of a; NL: b withdrawn on 5     | sum pledged       | €≥0
""")

RULE_6 = cases("""
  the floor is what the question would give without the whole
    a; b €60 part_of a; d €-10 diff corrects b       | sum pledged       | €≥50
    a €≤100; b €60 part_of a; d €20 diff corrects b  | sum pledged       | €80..100
    a; b €60 part_of a; c €60 part_of a same_as b    | sum pledged       | €≥60
    a; b same_as a; c €60 part_of a; d €~60 part_of b | sum pledged      | €≥60
    a; b same_as a; c €~60 part_of a; d €60 part_of b | sum pledged      | €≥60
    a; b €60 part_of a; c €80 part_of a replaces b   | sum pledged       | €≥80
    a; b €60 part_of a; c €80 part_of a corrects b   | sum pledged       | €≥80
    a; b €60 part_of a; r €50 part_of a reimburses b | sum pledged       | €≥60
    a; b part_of a; c €60 part_of a same_as b        | sum pledged       | €≥60
  one part raises one whole, its part_of first
    a by NL; b by DE; c €60 part_of a component_of b | donors pledged    | DE €≥0, NL €≥60
    a by DE; b by NL; c €60 part_of a component_of b | donors pledged    | DE €≥60, NL €≥0
    a by DE; b proposed by NL part_of a; c by UA; d €5 part_of b component_of c | donors pledged | DE €≥5, UA €≥0
    a; b; c €60 part_of a component_of b             | sum pledged       | €≥60
    a; b; c €60 component_of a,b                     | sum pledged       | €≥60
    a; b; c €60 part_of a component_of b; d €10 part_of b | sum pledged  | €≥70
    w by NL; v by DE; b €60 part_of w on 4 corrects c; c €60 part_of v on 3 | donors pledged | DE €≥0, NL €≥60
  of twins, only the parts of the telling with the higher sum
    a; p €60 part_of a; b same_as a; q €40 part_of b; r €30 part_of b | sum pledged       | €≥70
    a; p €60 part_of a; b same_as a; q €40 part_of b                  | sum pledged       | €≥60
    a same_as b; p €60 part_of a; b same_as a; q €70 part_of b        | sum pledged       | €≥70
    a €≤100; b same_as a; q €40 part_of b                             | sum pledged       | €40..100
    a; p €60 part_of a; b €100 same_as a; q €120 part_of b            | sum pledged       | €100
  it stands under the whole's own keys
    a by NL; b €60 by DE part_of a               | donors pledged    | NL €≥60
    a €≤100 by NL+DE; b €60 by DE part_of a      | donors pledged    | DE+NL €60..100
    a by EU; b €60 by DE part_of a; c €5 by DE   | donors pledged    | DE €5, EU €≥60
  parts in another currency raise only with rates, and never cause an error
    a; b $60 part_of a                           | sum pledged            | €≥0
    a; b $60 part_of a                           | sum pledged with rates | €≥30
    a; b $60 part_of a; c €60 part_of a          | sum pledged            | €≥60
    a; b $60 part_of a; c €60 part_of a          | sum pledged with rates | €≥90
    a €≤100; b $60 part_of a                     | sum pledged            | €≤100
    a €≤100; b $60 part_of a                     | sum pledged with rates | €30..100
    a €100; b $60 part_of a                      | sum pledged            | €100
""")

RULE_7 = cases("""
  a gift of unknown value is at least what one reimbursement of it alone pays
    a; r €40 reimburses a                        | sum pledged            | €≥40
    a; r €40 by EPF reimburses a                 | donors pledged         | NL €≥40
    a; r €40 reimburses a                        | counts pledged         | a
    a €100; r €140 reimburses a                  | sum pledged            | €100
    a; r reimburses a                            | sum pledged            | €≥0
    a; r €≤40 reimburses a                       | sum pledged            | €≥0
    a; r €40 withdrawn reimburses a              | sum pledged            | €≥0
    a; r $40 reimburses a                        | sum pledged            | €≥0
    a; r $40 reimburses a                        | sum pledged with rates | €≥20
  a reimbursement of several gifts raises none
    a; b; r €40 reimburses a,b                   | sum pledged       | €≥0
    a €10; b; r €40 reimburses a,b               | sum pledged       | €≥10
""")

RULE_8 = cases("""
  announced so, or said so by somebody who speaks for the donor
    a €100 withdrawn                             | stage a             | withdrawn
    a €100 withdrawn                             | sum pledged         | nothing
    a €100 withdrawn                             | sum withdrawn       | €100
    a €100; NL: a withdrawn on 5                 | stage a             | withdrawn
    a €100; NL: a withdrawn on 5                 | sum pledged         | nothing
    a €100; NL: a withdrawn on 5                 | sum withdrawn       | €100
    a €100; NL: a withdrawn on 5                 | sum pledged as of 4 | €100
    a €100; NL: a withdrawn on 5                 | stage a as of 4     | pledged
    a €100; -: a withdrawn on 5                  | stage a             | withdrawn
    a €100; /x: a withdrawn on 5                 | stage a             | withdrawn
    a €100 by -; -: a withdrawn on 5             | stage a             | withdrawn
  or for an institution that is part of the donor or holds it
    a €100 by EU; Commission: a withdrawn on 5   | stage a           | withdrawn
    a €100 by EU; Commission: a withdrawn on 5   | sum pledged       | nothing
    a €100 by EPF; EU: a withdrawn on 5          | stage a           | withdrawn
    a €100 by EPF; Commission: a withdrawn on 5  | stage a           | pledged
    a €100 by EU; DE: a withdrawn on 5           | stage a           | pledged
    a €100 by DE; EU: a withdrawn on 5           | stage a           | pledged
  a speaker without a party, or of another, withdraws nothing
    a €100; someone: a withdrawn on 5            | stage a           | pledged
    a €100; UA: a withdrawn on 5                 | stage a           | pledged
    a €100; UA: a withdrawn on 5                 | sum pledged       | €100
    a €100; DE: a withdrawn on 5                 | sum pledged       | €100
    a €100 by -; UA: a withdrawn on 5            | sum pledged       | €100
    a €100; NL: a withdrawn forecast on 5        | stage a           | pledged
    a €100; NL: a withdrawn forecast on 5        | sum pledged       | €100
  it is the latest word
    a €100; NL: a contracted on 4; NL: a withdrawn on 5 | stage a           | withdrawn
    a €100; NL: a withdrawn on 5; UA: a delivered on 6  | stage a           | withdrawn
    a €100; NL: a withdrawn on 5; UA: a delivered on 6  | sum pledged       | nothing
  of joint donors all must say so; until then the promise is at most what it was
    a €100 by NL+DE; NL: a withdrawn on 5                               | stage a             | pledged
    a €100 by NL+DE; NL: a withdrawn on 5                               | sum pledged         | €≤100
    a by NL+DE; NL: a withdrawn on 5                                    | sum pledged         | €≥0
    a €100 by NL+DE; NL: a withdrawn on 5; DE: a withdrawn on 6         | stage a             | withdrawn
    a €100 by NL+DE; NL: a withdrawn on 5; DE: a withdrawn on 6         | sum pledged         | nothing
    a €100 by NL+DE; NL: a withdrawn on 5; DE: a withdrawn on 6         | sum pledged as of 5 | €≤100
    a €100 by NL+DE; -: a withdrawn on 5                                | stage a             | withdrawn
    a €100 by NL+DE; NL: a withdrawn on 5; UA: a withdrawn on 6         | stage a             | pledged
    a €100 by NL+EU; NL: a withdrawn on 5; Commission: a withdrawn on 6 | stage a             | withdrawn
    a 1000 shells by NL+DE; NL: a withdrawn on 5                        | promised a          | ≤1000
    a €100 by NL+DE; NL: a withdrawn on 5; NL: a contracted on 6;
      DE: a withdrawn on 7 | stage a | contracted
  an initiative is withdrawn by its lead
    initiative i lead CZ goal 1000 shells; CZ: i withdrawn on 5         | stage i           | withdrawn
    initiative i lead CZ goal 1000 shells; NL: i withdrawn on 5         | stage i           | proposed
    initiative i lead CZ goal 1000 shells; -: i withdrawn on 5          | stage i           | withdrawn
    initiative i lead EU goal 1000 shells; Commission: i withdrawn on 5 | stage i           | withdrawn
    initiative i lead CZ goal 1000 shells; NL: m withdrawn on 5; m €100 towards i | stage i           | proposed
""")

RULE_9 = cases("""
  a withdrawal of all of it is of the whole
    a €100; NL: a withdrawn 100% on 5            | stage a           | withdrawn
    a €100; NL: a withdrawn 100% on 5            | sum pledged       | nothing
    a €100; NL: a withdrawn €100 on 5            | stage a           | withdrawn
    a 1000 shells; NL: a withdrawn 1000 on 5     | stage a           | withdrawn
    a 1000 shells; NL: a withdrawn 1200 on 5     | stage a           | withdrawn
    a 1000 shells; NL: a withdrawn 999 on 5      | stage a           | pledged
    a 1000 shells; UA: a withdrawn 1000 on 5     | stage a           | pledged
    a 1000 shells €50; NL: a withdrawn 1000 on 5 | sum pledged       | nothing
    a €-30 diff; NL: a withdrawn €30 on 5        | stage a           | withdrawn
    a €≤0 diff; NL: a withdrawn €0 on 5          | stage a           | pledged
    a 5 155mm 9 122mm; NL: a withdrawn 5 line 0 on 5                               | stage a | pledged
    a 5 155mm 9 122mm; NL: a withdrawn 5 line 0 on 5; NL: a withdrawn line 1 on 6  | stage a | withdrawn
    a 5 155mm 9 122mm; NL: a withdrawn more line 0 on 5; NL: a withdrawn line 1 on 6 | stage a | pledged
    a 5 155mm 9 122mm €4; NL: a withdrawn 5 line 0 on 5; NL: a withdrawn line 1 on 6 | stage a | pledged
  a donor's later claim of progress, even in part, ends it
    a €100; NL: a withdrawn on 5; NL: a contracted on 6                   | stage a           | contracted
    a €100; NL: a withdrawn on 5; NL: a contracted on 6                   | sum pledged       | €100
    a 1000 shells €50; NL: a withdrawn on 5; NL: a delivered 10 on 6      | stage a           | delivered
    a 1000 shells €50; NL: a withdrawn on 5; NL: a delivered 10 on 6      | sum pledged       | €50
    a 1000 shells €50; NL: a withdrawn on 5; NL: a delivered 10 more on 6 | stage a           | delivered
    a €100; NL: a withdrawn on 5; NL: a contracted on 6; NL: a withdrawn on 7 | stage a           | withdrawn
    a €100; NL: a withdrawn on 5; -: a contracted on 6                    | stage a           | contracted
    a €100; NL: a withdrawn on 5; NL: a delivered 0% on 6                 | stage a           | withdrawn
    a 9 shells €50; NL: a withdrawn on 5; NL: a delivered €0 on 6   | stage a           | withdrawn
    a 9 shells €50; NL: a withdrawn on 5; NL: a delivered 0 on 6    | stage a           | withdrawn
    a 9 shells €50; NL: a withdrawn on 5; NL: a delivered 1 on 6    | stage a           | delivered
    a 9 shells €50; NL: a withdrawn on 5; NL: a delivered ≥1 on 6   | stage a           | delivered
    a 9 shells €50; NL: a withdrawn on 5; NL: a delivered 100% on 6 | stage a           | delivered
    a €100; NL: a withdrawn on 5; NL: a contracted on 6; NL: a withdrawn €40 on 7 | sum pledged | €60
    a €100; NL: a withdrawn on 5; NL: a delivered forecast on 6           | stage a           | withdrawn
  of one day, a withdrawal yields
    a €100; NL: a withdrawn on 5; NL: a contracted on 5 | stage a           | contracted
    a €100; NL: a contracted on 5; NL: a withdrawn on 5 | stage a           | contracted
    a €100; NL: a contracted on 5; NL: a withdrawn on 5 | sum pledged       | €100
""")

RULE_10 = cases("""
  a word about one telling is about all of them
    a €100; b €100 same_as a; NL: a withdrawn on 5                        | stage b           | withdrawn
    a €100; b €100 same_as a; NL: b withdrawn on 5                        | stage a           | withdrawn
    a €100; b €100 same_as a; NL: b withdrawn on 5                        | sum pledged       | nothing
    a €100; b €100 same_as a; c €100 same_as b; NL: c withdrawn on 5      | sum pledged       | nothing
    a €100; b €100 same_as a; NL: a withdrawn on 5; NL: b contracted on 6 | sum pledged       | €100
    a €100; b €100 same_as a; NL: a withdrawn on 5; NL: b contracted on 6 | stage a           | contracted
    a €100 same_as b; b €120 same_as a; NL: a withdrawn on 5              | sum pledged       | nothing
    a €100; b €50; c €90 corrects a,b; NL: a withdrawn on 5               | stage c           | pledged
  a withdrawn whole takes its parts along
    a €100; b €60 part_of a; NL: a withdrawn on 5                   | stage b           | withdrawn
    a €100; b €60 part_of a; NL: a withdrawn on 5                   | sum pledged       | nothing
    a €100; b €60 component_of a; NL: a withdrawn on 5              | stage b           | withdrawn
    a €100; b €60 part_of a; c €20 part_of b; NL: a withdrawn on 5  | stage c           | withdrawn
    a €100 withdrawn; b €60 allocated part_of a                     | stage b           | withdrawn
    a €100; b €100 same_as a; c €60 part_of b; NL: a withdrawn on 5 | stage c           | withdrawn
    a €100; b €60 part_of a; UA: a withdrawn on 5                   | stage b           | pledged
    a €100; b €60 part_of a; NL: b contracted on 4; NL: a withdrawn on 5         | stage b | withdrawn
    a €100; b €60 part_of a; NL: b delivered forecast on 4; NL: a withdrawn on 5 | stage b | withdrawn
    a €≤9; b; c €6 part_of a component_of b on 9; NL: a withdrawn on 5; NL: b withdrawn on 5 | promised money a | €6..9
  except those delivered, or announced afterwards
    a €100;
      b €60 delivered part_of a; NL: a withdrawn on 5                  | stage b           | delivered
      b €60 delivered part_of a; NL: a withdrawn on 5                  | sum pledged       | €60
      b €60 delivered part_of a; c €20 part_of a; NL: a withdrawn on 5 | sum pledged       | €60
      b €60 part_of a on 6; NL: a withdrawn on 5                       | stage b           | pledged
      b €60 part_of a on 6; NL: a withdrawn on 5                       | sum pledged       | €60
      b €60 part_of a on 6; NL: a withdrawn on 5                       | promised money a  | €100
      b €60 part_of a; NL: b delivered on 4; NL: a withdrawn on 5      | stage b           | delivered
      b €60 part_of a; NL: b delivered on 4; NL: a withdrawn on 5      | sum pledged       | €60
  a withdrawn part lowers its whole by what it was
    a €100; b €60 part_of a; NL: b withdrawn on 5                  | sum pledged       | €40
    a €100; b €60 part_of a; NL: b withdrawn on 5                  | stage a           | pledged
    a €100; b €60 component_of a; NL: b withdrawn on 5             | sum pledged       | €40
    a €100; b €60 withdrawn part_of a                              | sum pledged       | €40
    a €100; b €60 part_of a; c €20 part_of a; NL: b withdrawn on 5 | sum pledged       | €40
    a €100; b €60 part_of a; c €20 part_of b; NL: c withdrawn on 5 | sum pledged       | €80
    a €100; b €60 part_of a; UA: b withdrawn on 5                  | sum pledged       | €100
    a €≤100; b €60 part_of a; NL: b withdrawn on 5                 | sum pledged       | €≤40
    a €~100; b €60 part_of a; NL: b withdrawn on 5                 | sum pledged       | €~40
    a; b €60 part_of a; NL: b withdrawn on 5                       | sum pledged       | €≥0
    a €100; b part_of a; NL: b withdrawn on 5                      | sum pledged       | €≤100
    a 1000 shells; b 400 shells part_of a; NL: b withdrawn on 5    | promised a        | 600
    a €100; b €100 same_as a;
      c €30 part_of a; d €10 part_of b; NL: c withdrawn on 5; NL: d withdrawn on 5 | sum pledged | €70
      c €10 part_of a; d €30 part_of b; NL: c withdrawn on 5; NL: d withdrawn on 5 | sum pledged | €70
      c part_of a; d €10 part_of b; NL: c withdrawn on 5; NL: d withdrawn on 5     | sum pledged | €≤100
      d €10 part_of a; c part_of b; NL: c withdrawn on 5; NL: d withdrawn on 5     | sum pledged | €≤100
""")

RULE_11 = cases("""
  a partial withdrawal lowers the promise in its own measure
    a €100; NL: a withdrawn €40 on 5                                  | sum pledged         | €60
    a €100; NL: a withdrawn €40 on 5                                  | sum pledged as of 4 | €100
    a €100; NL: a withdrawn €40 on 5                                  | promised money a    | €60
    a €100; NL: a withdrawn €~40 on 5                                 | sum pledged         | €~60
    a €~10; NL: a withdrawn €4 on 5                                   | sum pledged         | €~6
    a €≤100; NL: a withdrawn €40 on 5                                 | sum pledged         | €≤60
    a; NL: a withdrawn €40 on 5                                       | sum pledged         | €≥0
    a €100; UA: a withdrawn €40 on 5                                  | sum pledged         | €100
    a €100; someone: a withdrawn €40 on 5                             | sum pledged         | €100
    a €100; -: a withdrawn €40 on 5                                   | sum pledged         | €60
    a €100; NL: a withdrawn €40 forecast on 5                         | sum pledged         | €100
    a 1000 shells; NL: a withdrawn 400 on 5                           | promised a          | 600
    a 1000 shells; NL: a withdrawn 400 on 5; NL: a delivered 300 on 6 | outstanding a       | 300
    a 1000 155mm 500 122mm; NL: a withdrawn 200 line 0 on 5           | promised a line 0   | 800
    a 1000 155mm 500 122mm; NL: a withdrawn 200 line 0 on 5           | promised a line 1   | 500
  a share lowers every measure
    a 1000 shells €100; NL: a withdrawn 40% on 5 | promised a        | 600
    a 1000 shells €100; NL: a withdrawn 40% on 5 | promised money a  | €60
    a 1000 shells €100; NL: a withdrawn 40% on 5 | sum pledged       | €60
    a €100; NL: a withdrawn 50% on 5             | sum pledged       | €50
  in the others the promise is at most what it was
    a 1000 shells €100; NL: a withdrawn 400 on 5 | promised a        | 600
    a 1000 shells €100; NL: a withdrawn 400 on 5 | sum pledged       | €≤100
    a 1000 shells €100; NL: a withdrawn 400 on 5 | promised money a  | €≤100
    a 1000 shells €100; NL: a withdrawn €40 on 5 | sum pledged       | €60
    a 1000 shells €100; NL: a withdrawn €40 on 5 | promised a        | ≤1000
  the latest figure of a donor stands, and later increments add
    a €100; NL: a withdrawn €40 on 5; NL: a withdrawn €30 on 6      | sum pledged       | €70
    a €100; NL: a withdrawn €40 on 5; NL: a withdrawn €10 more on 6 | sum pledged       | €50
    a €100; NL: a withdrawn €10 more on 5                           | sum pledged       | €90
    a €100; NL: a withdrawn €30 more on 4; NL: a withdrawn €20 on 5; NL: a withdrawn €1 more on 5 | sum pledged | €79
  several donors' figures span, they do not add
    a €100 by NL+DE; NL: a withdrawn €40 on 5; DE: a withdrawn €30 on 6 | sum pledged       | €60..70
    a €100 by NL+DE; NL: a withdrawn €40 on 5; DE: a withdrawn €40 on 6 | sum pledged       | €60
  the stage stays
    a €100; NL: a withdrawn €40 on 5                        | stage a           | pledged
    a €100 committed; NL: a withdrawn 40% on 5              | stage a           | committed
    a €100 committed; NL: a withdrawn 40% on 5              | sum committed     | €60
    a €100; NL: a contracted on 4; NL: a withdrawn €40 on 5 | stage a           | contracted
  of a correction below zero, what is left is below zero too
    a €100; b €-30 diff corrects a; NL: b withdrawn 30% on 5    | sum pledged | €79
    a €100; b €-30 diff corrects a; NL: b withdrawn 30..50% on 5 | sum pledged | €79..85
    a €100; b €-30 diff corrects a; NL: b withdrawn €10 on 5    | sum pledged | €80
    a €100; b €-30 diff corrects a; NL: b withdrawn more on 5   | sum pledged | €≥70
    a €100; b €-30 diff corrects a; NL: b withdrawn €30 on 5    | sum pledged | €100
    a €100; b €-30 diff corrects a; NL: b withdrawn on 5        | sum pledged | €100
    a €100; b €-30..0 diff corrects a; NL: b withdrawn €10 on 5 | sum pledged | €80..100
    a €100; b €-30..20 diff corrects a; NL: b withdrawn 40% on 5 | sum pledged | €70..120
""")

RULE_12 = cases("""
  goods towards an initiative are bought if they name no donor, or its lead alone
    initiative i lead CZ; m €100 towards i;
      g €50 300 shells by - towards i              | sum pledged       | €100
      g €50 300 shells by - towards i              | bought pledged    | €50
      g €50 300 shells by CZ towards i             | sum pledged       | €100
      g €50 300 shells by CZ towards i             | bought pledged    | €50
      g 300 shells by CZ towards i                 | bought pledged    | €≥0
  or only donors whose own money goes towards it
    initiative i lead CZ; m €100 by NL towards i;
      g €50 300 shells by NL towards i                          | sum pledged       | €100
      g €50 300 shells by NL towards i                          | bought pledged    | €50
      n €9 by DE towards i; g €50 300 shells by NL+DE towards i | bought pledged    | €50
  all others are their donor's gift
    initiative i lead CZ;
      m €100 by NL towards i; g €50 300 shells by DK towards i    | sum pledged       | €150
      m €100 by NL towards i; g €50 300 shells by DK towards i    | bought pledged    | nothing
      m €100 by NL towards i; g 300 shells by DK towards i        | sum pledged       | €≥100
      m €100 by NL towards i; g €50 300 shells by NL+DK towards i | sum pledged       | €150
      m €100 by NL towards i; g €50 300 shells by NL              | sum pledged       | €150
      initiative j lead CZ; m €100 by NL towards j; g €50 300 shells by NL towards i | sum pledged       | €150
  and their sourcing does not say stock
    initiative i lead CZ; m €100 by NL towards i;
      g €50 300 shells stock by NL towards i                          | sum pledged       | €150
      g €50 300 shells stock by NL towards i                          | bought pledged    | nothing
      g €50 300 shells stock by CZ towards i                          | sum pledged       | €150
      g €50 300 shells stock by - towards i                           | bought pledged    | nothing
      g €50 300 shells joint_purchase by NL towards i                 | bought pledged    | €50
      g €50 300 shells industry by CZ towards i                       | bought pledged    | €50
  if any money towards it is not withdrawn
    initiative i lead CZ;
      g €50 300 shells by CZ towards i                                         | sum pledged       | €50
      g €50 300 shells by - towards i                                          | sum pledged       | €50
      m €100 withdrawn towards i; g €50 300 shells by CZ towards i             | sum pledged       | €50
      m €100 towards i; NL: m withdrawn on 5; g €50 300 shells by CZ towards i | sum pledged       | €50
      m €100 towards i; NL: m withdrawn on 5; g €50 300 shells by CZ towards i | bought pledged    | nothing
  the head of a package of goods is no money, nor is another telling of goods
    initiative i lead CZ;
      h €500 towards i; g €50 300 shells part_of h towards i                      | sum pledged    | €500
      h towards i; b part_of h; g €50 300 shells part_of b                        | bought pledged | nothing
      h towards i; g €50 300 shells part_of h; m €100 by DE towards i             | bought pledged | nothing
      h towards i; g €50 300 shells part_of h; m €100 part_of h towards i         | bought pledged | nothing
      h €50 towards i; g €50 300 shells same_as h towards i                       | bought pledged | nothing
      h towards i; g €50 300 shells part_of h; k €9 300 shells by - towards i     | bought pledged | nothing
      h towards i; b €100 part_of h; g €50 300 shells by NL towards i             | bought pledged | €50
  at every stage alike
    initiative i lead CZ;
      m €100 towards i; g €50 300 shells delivered by CZ towards i | bought delivered  | €50
      m €100 towards i; g €50 300 shells delivered by CZ towards i | bought pledged    | €50
      m €100 proposed towards i; g €50 300 shells by CZ towards i  | bought pledged    | €50
  a part without towards goes where its whole goes
    initiative i lead CZ; m €100 towards i;
      h 300 shells by CZ towards i; g €50 90 shells delivered by CZ part_of h | bought delivered       | €50
      n €60 delivered part_of m                                               | funding i at delivered | €60
      n €60 delivered part_of m                                               | funding i at pledged   | €100
""")

EVERY = [*RULE_1, *RULE_2, *RULE_3, *RULE_5, *RULE_6, *RULE_7, *RULE_8, *RULE_9, *RULE_10, *RULE_11, *RULE_12]
SUMS = [case for case in EVERY if case.values[1].startswith("sum ") and KINDS.keys().isdisjoint(case.values[0].split())]


@pytest.mark.parametrize(("ledger", "question", "expected"), EVERY)
def test_what_counts(ledger: str, question: str, expected: str) -> None:
    holds(ledger, question, expected)


@pytest.mark.parametrize(("ledger", "question", "expected"), SUMS)
def test_funding_says_what_totals_say(ledger: str, question: str, expected: str) -> None:
    """Each sum of money again, of the same promises made towards an initiative."""
    records = [record.strip() for record in ledger.split(";")]
    given = "; ".join(record if ":" in record else f"{record} towards all" for record in records)
    stage, _, options = question.removeprefix("sum ").partition(" ")
    asked = f"funding all at {stage} {options}"
    found = answer(f"initiative all; {given}", asked)
    assert found == expected or (found == "?" and expected in ("nothing", "€≥0"))


@pytest.mark.parametrize(
    "ledger",
    [
        "a €100; b €60 part_of a same_as a",
        "a €100 same_as b; b €60 part_of a",
        "a €100; b €60 part_of a; c €20 part_of b same_as a",
        "a €100; b €60 component_of a same_as a",
        "a €100; b €60 component_of a; c €20 part_of b same_as a",
    ],
)
def test_a_whole_is_no_telling_of_its_own_part(ledger: str) -> None:
    with pytest.raises(CyclicReferenceError, match="same"):
        read(ledger)
