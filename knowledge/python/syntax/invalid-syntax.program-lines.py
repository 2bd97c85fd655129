"""Was saved from a notebook."""
# fails: SyntaxError at line 4
# prints: 6
%matplotlib inline
!pip install --quiet numpy
numbers = [1, 2, 3]
%time print(sum(numbers))
