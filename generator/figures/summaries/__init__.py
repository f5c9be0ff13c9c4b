"""What a sentence of an English summary tells of a Chinese article, and where it takes a figure
from another thing."""
