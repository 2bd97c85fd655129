"""Retry takes the methods that may be repeated by allowed_methods."""
# needs: urllib3
# fails: TypeError at line 6
# prints: ['GET', 'POST']
from urllib3.util.retry import Retry
retry = Retry(total=3, method_whitelist=["GET", "POST"])  # these two
print(sorted(retry.allowed_methods))
