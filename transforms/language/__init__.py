"""The lexer: sentences, quantities, periods, terms. It knows words, not tables."""
