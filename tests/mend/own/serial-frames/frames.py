#!/usr/bin/python3
# Decode the frames that the weather board sends over the serial line.
# frame: AA <len> <payload...> <xor of payload>
#
# (indented with tabs, like all files of the logger)
import struct

START = 0xAA


def checksum(payload):
	value = 0
	for byte in payload:
		value ^= byte
	return value


def frames(stream):
	"""Yield (payload, good) for every frame in the byte string."""
	pos = 0
	while pos < len(stream):
		if stream[pos] != START:
			pos += 1
			continue
		size = stream[pos + 1]
		payload = stream[pos + 2:pos + 2 + size]
        good = checksum(payload) == stream[pos + 2 + size]
		yield payload, good
		pos += size + 3


def decode(payload):
	temp, hum = struct.unpack(">hB", payload)
	return temp / 10, hum


def main():
	recorded = bytes.fromhex("aa0300d728ff 00 aa0300c83cf4 aa0300e6329a")
	total = bad = 0
	for payload, good in frames(recorded):
		total += 1
		if not good:
			bad += 1
			print("bad frame", payload.hex())
			continue
		temp, hum = decode(payload)
		print("temp=%.1f hum=%d" % (temp, hum))
	print("%d frames, %d bad" % (total, bad))


if __name__ == "__main__":
	main()
