"""What is wrong, where, and what to do: errors, findings, and the rules that find them."""
