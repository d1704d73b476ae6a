"""The places of a regency: names, codes and rough outlines of its kecamatan, as data that an office can replace."""
