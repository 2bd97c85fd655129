"""python -m layered settings.ini [KEY=VALUE ...]: show what is in force."""
import configparser
import sys

from layered import Layers, __version__


def main(argv):
    layers = Layers(colour="auto", depth="3", verbose="no")
    parser = configparser.ConfigParser()
    parser.read(argv[0])
    layers.add(argv[0], parser["settings"])
    layers.add("command line", dict(arg.split("=", 1) for arg in argv[1:]))
    layers.freeze()
    print("layered", __version__)
    for key in layers.keys():
        value, origin = layers.find(key)
        print("%-8s = %-6s (%s)" % (key, value, origin))


if __name__ == "__main__":
    main(sys.argv[1:])
