"""Two columns."""
# needs: sqlalchemy
# fails: sqlalchemy.exc.ArgumentError at line 8
# prints: 2
from sqlalchemy import Column, Integer, MetaData, Table, select

numbers = Table("numbers", MetaData(), Column("n", Integer), Column("m", Integer))
query = select([numbers.c.n, numbers.c.m])  # both
print(len(query.selected_columns))
