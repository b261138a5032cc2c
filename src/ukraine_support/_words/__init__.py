"""Values, records and answers in words, for whatever shows them to people.

The package itself imports none of its modules. If it did, and one thread imported the package while another imported a
module of it, each could wait for the other, which Python ends with an error.
"""
