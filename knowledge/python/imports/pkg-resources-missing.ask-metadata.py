"""The version of a distribution is asked of pkg_resources."""
# needs: python>=3.12
# fails: ModuleNotFoundError at line 5
# prints: True
import pkg_resources

try:
    pkg_resources.get_distribution("there-is-no-such").version
except pkg_resources.DistributionNotFound:
    print(True)
