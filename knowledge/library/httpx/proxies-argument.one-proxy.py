"""One proxy, given as text."""
# needs: httpx
# fails: TypeError at line 5
# prints: ready
import httpx; client = httpx.Client(proxies="http://localhost:3128", timeout=5)
client.close()
print("ready")
