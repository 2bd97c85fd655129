"""The call was written for requests."""
# needs: httpx
# fails: TypeError at line 7
# prints: 302
import httpx
client = httpx.Client(transport=httpx.MockTransport(lambda request: httpx.Response(302, headers={"Location": "/new"})))
answer = client.get("http://example.com/", allow_redirects=False)  # only look
print(answer.status_code)
