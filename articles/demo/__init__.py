"""The demonstration newsroom: its texts in Japanese and English as plain data, its pictures, and what loads them."""
