"""An OAuth1 and an OAuth2 provider on loopback, for tests: the protocol is oauthlib's, this is only its memory and pages.

Prints one line of JSON (the origin) when it listens, and ends when its standard input does.
"""
import base64
import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote_plus, urlsplit

from oauthlib import oauth1, oauth2

CLIENT, SECRET = 'board', 'a-secret-of-the-board-0123456789'
CALLBACK = 'https://www.peakboard.com/oauth2-callback/'
USER, PASSWORD = 'ann', 'practice'
SCOPES = ['sales', 'stock']


class OAuth2Memory(oauth2.RequestValidator):
    """What oauthlib asks about clients, codes and tokens. Codes and tokens are kept by their values."""

    def __init__(self):
        self.codes, self.access, self.refresh = {}, {}, {}

    def validate_client_id(self, client_id, request, *args, **kwargs):
        return client_id == CLIENT

    def client_authentication_required(self, request, *args, **kwargs):
        return True

    def authenticate_client(self, request, *args, **kwargs):
        header = request.headers.get('Authorization', '')
        if header.startswith('Basic '):
            client, _, secret = base64.b64decode(header[6:]).decode().partition(':')
            client, secret = unquote_plus(client), unquote_plus(secret)
        else:
            client, secret = request.client_id, request.client_secret
        if client != CLIENT or secret != SECRET:
            return False
        request.client = type('Client', (), {'client_id': CLIENT})()
        return True

    def validate_redirect_uri(self, client_id, redirect_uri, request, *args, **kwargs):
        return redirect_uri == CALLBACK or redirect_uri.startswith('http://127.0.0.1:')

    def validate_response_type(self, client_id, response_type, client, request, *args, **kwargs):
        return response_type == 'code'

    def validate_grant_type(self, client_id, grant_type, client, request, *args, **kwargs):
        return grant_type in ('authorization_code', 'refresh_token', 'password', 'client_credentials')

    def validate_scopes(self, client_id, scopes, client, request, *args, **kwargs):
        return all(scope in SCOPES for scope in scopes)

    def get_default_scopes(self, client_id, request, *args, **kwargs):
        return SCOPES[:1]

    def is_pkce_required(self, client_id, request):
        return True

    def save_authorization_code(self, client_id, code, request, *args, **kwargs):
        self.codes[code['code']] = {
            'redirect_uri': request.redirect_uri, 'scopes': request.scopes, 'user': request.user,
            'challenge': request.code_challenge, 'method': request.code_challenge_method,
        }

    def validate_code(self, client_id, code, client, request, *args, **kwargs):
        known = self.codes.get(code)
        if known is None:
            return False
        request.scopes, request.user = known['scopes'], known['user']
        return True

    def get_code_challenge(self, code, request):
        return self.codes[code]['challenge']

    def get_code_challenge_method(self, code, request):
        return self.codes[code]['method']

    def confirm_redirect_uri(self, client_id, code, redirect_uri, client, request, *args, **kwargs):
        return self.codes[code]['redirect_uri'] == redirect_uri

    def invalidate_authorization_code(self, client_id, code, request, *args, **kwargs):
        self.codes.pop(code, None)

    def validate_user(self, username, password, client, request, *args, **kwargs):
        request.user = username
        return (username, password) == (USER, PASSWORD)

    def save_bearer_token(self, token, request, *args, **kwargs):
        facts = {'scopes': token['scope'].split(), 'user': request.user}
        self.access[token['access_token']] = facts
        if 'refresh_token' in token:
            self.refresh[token['refresh_token']] = facts
        if request.grant_type == 'refresh_token':
            self.refresh.pop(request.refresh_token, None)

    def validate_refresh_token(self, refresh_token, client, request, *args, **kwargs):
        known = self.refresh.get(refresh_token)
        request.user = known and known['user']
        return known is not None

    def get_original_scopes(self, refresh_token, request, *args, **kwargs):
        return self.refresh[refresh_token]['scopes']

    def validate_bearer_token(self, token, scopes, request):
        known = self.access.get(token)
        request.user = known and known['user']
        return known is not None

    def introspect_token(self, token, token_type_hint, request, *args, **kwargs):
        known = self.access.get(token)
        return known and {'scope': ' '.join(known['scopes']), 'username': known['user'] or CLIENT, 'client_id': CLIENT}

    def revoke_token(self, token, token_type_hint, request, *args, **kwargs):
        self.access.pop(token, None)
        self.refresh.pop(token, None)


class OAuth1Memory(oauth1.RequestValidator):
    """What oauthlib asks about consumers, request tokens and access tokens."""

    enforce_ssl = False
    allowed_signature_methods = ('HMAC-SHA1', 'HMAC-SHA256', 'PLAINTEXT')
    timestamp_lifetime = 600
    nonce_length = (8, 128)
    request_token_length = access_token_length = verifier_length = (8, 128)
    client_key_length = (3, 30)
    dummy_client, dummy_request_token, dummy_access_token = 'dummy', 'dummy-token-0', 'dummy-token-1'

    def __init__(self):
        self.requests, self.access, self.nonces = {}, {}, set()

    def check_client_key(self, client_key):
        return 0 < len(client_key) < 100

    def check_nonce(self, nonce):
        return 8 <= len(nonce) <= 128

    check_request_token = check_access_token = check_verifier = check_nonce

    def get_client_secret(self, client_key, request):
        return SECRET

    def get_request_token_secret(self, client_key, token, request):
        return self.requests.get(token, {}).get('oauth_token_secret', 'none')

    def get_access_token_secret(self, client_key, token, request):
        return self.access.get(token, 'none')

    def get_realms(self, token, request):
        return []

    get_default_realms = get_realms

    def get_redirect_uri(self, token, request):
        return self.requests[token]['callback']

    def validate_client_key(self, client_key, request):
        return client_key == CLIENT

    def validate_request_token(self, client_key, token, request):
        return token in self.requests

    def validate_access_token(self, client_key, token, request):
        return token in self.access

    def validate_timestamp_and_nonce(self, client_key, timestamp, nonce, request, request_token=None, access_token=None):
        used = (timestamp, nonce, request_token, access_token)
        if used in self.nonces:
            return False
        self.nonces.add(used)
        return True

    def validate_redirect_uri(self, client_key, redirect_uri, request):
        return redirect_uri == CALLBACK or redirect_uri.startswith('http://127.0.0.1:')

    def validate_requested_realms(self, client_key, realms, request):
        return True

    def validate_realms(self, client_key, token, request, uri=None, realms=None):
        return True

    def verify_realms(self, token, realms, request):
        return True

    def verify_request_token(self, token, request):
        return token in self.requests

    def validate_verifier(self, client_key, token, verifier, request):
        return self.requests[token].get('verifier') == verifier

    def invalidate_request_token(self, client_key, request_token, request):
        self.requests.pop(request_token, None)

    def save_request_token(self, token, request):
        self.requests[token['oauth_token']] = {**token, 'callback': request.redirect_uri}

    def save_verifier(self, token, verifier, request):
        self.requests[token]['verifier'] = verifier['oauth_verifier']

    def save_access_token(self, token, request):
        self.access[token['oauth_token']] = token['oauth_token_secret']


memory2, memory1 = OAuth2Memory(), OAuth1Memory()
server2 = oauth2.Server(memory2, token_expires_in=3600)
server1 = oauth1.WebApplicationServer(memory1)

PAGE = """<!doctype html><html lang="en"><title>oauthlib</title><h1>Log in to share {what}</h1>
<form method="post" action="{action}"><label>User name <input name="username"></label>
<label>Password <input name="password" type="password"></label><button>Share</button></form></html>"""


class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *args):
        pass

    def respond(self, status, headers, body):
        data = (body or '').encode()
        self.send_response(int(status))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def handle_request(self):
        length = int(self.headers.get('Content-Length') or 0)
        body = self.rfile.read(length).decode() if length else ''
        headers = {name.title(): value for name, value in self.headers.items()}
        uri = 'http://' + self.headers['Host'] + self.path
        route = getattr(self, 'route_' + urlsplit(self.path).path.strip('/').replace('/', '_'), None)
        if route is None:
            self.respond(404, {}, 'not here')
            return
        try:
            self.respond(*route(uri, self.command, body, headers))
        except (oauth2.OAuth2Error, oauth1.rfc5849.errors.OAuth1Error) as error:
            self.respond(400, {'Content-Type': 'text/html'}, '<h1>%s</h1>' % error.error)

    do_GET = do_POST = handle_request

    def page(self, uri, what, body):
        typed = dict(parse_qsl(body))
        if (typed.get('username'), typed.get('password')) == (USER, PASSWORD):
            return None
        action = urlsplit(uri).path + '?' + urlsplit(uri).query
        text = PAGE.format(what=what, action=action.replace('&', '&amp;'))
        return 200, {'Content-Type': 'text/html; charset=utf-8'}, text

    def route_oauth2_authorize(self, uri, method, body, headers):
        try:
            scopes, facts = server2.validate_authorization_request(uri, 'GET')
        except oauth2.FatalClientError:
            raise
        except oauth2.OAuth2Error as error:
            return 302, {'Location': error.in_uri(error.redirect_uri)}, ''
        page = self.page(uri, ' '.join(scopes), body)
        if page:
            return page
        facts['user'] = USER
        to, text, status = server2.create_authorization_response(uri, 'GET', scopes=scopes, credentials=facts)
        return status, to, text

    def route_oauth2_token(self, uri, method, body, headers):
        to, text, status = server2.create_token_response(uri, method, body, headers)
        return status, to, text

    def route_oauth2_introspect(self, uri, method, body, headers):
        to, text, status = server2.create_introspect_response(uri, method, body, headers)
        return status, to, text

    def route_oauth2_revoke(self, uri, method, body, headers):
        to, text, status = server2.create_revocation_response(uri, method, body, headers)
        return status, to, text

    def route_oauth2_me(self, uri, method, body, headers):
        good, request = server2.verify_request(uri, method, body, headers, [])
        return self.data(good, request.user if good else None)

    def route_oauth1_request(self, uri, method, body, headers):
        to, text, status = server1.create_request_token_response(uri, method, body, headers)
        return status, to, text

    def route_oauth1_authorize(self, uri, method, body, headers):
        server1.get_realms_and_credentials(uri, 'GET')
        page = self.page(uri, 'sales', body)
        if page:
            return page
        to, text, status = server1.create_authorization_response(uri, 'GET', realms=[], credentials={'user': USER})
        return status, to, text

    def route_oauth1_access(self, uri, method, body, headers):
        to, text, status = server1.create_access_token_response(uri, method, body, headers)
        return status, to, text

    def route_oauth1_me(self, uri, method, body, headers):
        good, _ = server1.validate_protected_resource_request(uri, method, body, headers)
        return self.data(good, USER)

    def data(self, good, user):
        text = json.dumps({'user': user, 'rows': [{'day': 1, 'sold': 4}, {'day': 2, 'sold': 7}]} if good else {})
        return (200 if good else 401), {'Content-Type': 'application/json'}, text


if __name__ == '__main__':
    # oauthlib wants https unless it is told that it is tested.
    os.environ['OAUTHLIB_INSECURE_TRANSPORT'] = '1'
    server = ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({'origin': 'http://127.0.0.1:%d' % server.server_port}), flush=True)
    sys.stdin.read()
    server.shutdown()
