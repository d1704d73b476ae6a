"""The hub's own certificate authority and server certificate: made at the first start with TLS, renewed by themselves.

Players and desks pin the authority, so that neither a name service nor a public authority has a say. It signs for
this one hub alone; a copy of its key lets somebody listen to the network, never put a picture on a wall.
"""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from content.delivery.files import LocalFiles, write_atomically
from content.delivery.pin import Pin
from displayctl.errors import AuthorityDamaged
from schedules.clock import Clock

AUTHORITY_LIVES, SERVER_LIVES = timedelta(days=365 * 20), timedelta(days=397)
RENEWED_BEFORE = timedelta(days=130)
_BACKDATED = timedelta(days=2)
SERVER_NAME = "hub.displayctl"


class Authority:
    """The authority in the folder `folder`, and the server certificate it signed for `names` (addresses or names).

    Raises AuthorityDamaged where its files cannot be read, StorageFull, OSError.
    """

    def __init__(self, folder: Path, names: Sequence[str], clock: Clock) -> None:
        self._folder, self._clock = folder, clock
        self._names = tuple(sorted({SERVER_NAME, "localhost", "127.0.0.1", "::1", *names}))
        LocalFiles().make_folder(folder)
        folder.chmod(0o700)
        self._key, self._certificate = self._load_or_make()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_3
        self.renew_if_due(load=False)
        self._load()

    @property
    def pin(self) -> Pin:
        """What desks and players pin."""
        return Pin(self._certificate.public_bytes(Encoding.PEM).decode(), own=True)

    def renew_if_due(self, *, load: bool = True) -> bool:
        """Sign a new server certificate where the one in use ends soon, or names another machine; whether it did.

        Connections that stand go on; further ones get the new certificate.
        """
        if not self._is_due():
            return False
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._sign_server(key)
        # One file for both: a power cut between two would leave a certificate without its key.
        _write(self._server_file, _private_pem(key) + certificate.public_bytes(Encoding.PEM))
        if load:
            self._load()
        return True

    @property
    def _server_file(self) -> Path:
        return self._folder / "server.pem"

    @property
    def _authority_file(self) -> Path:
        return self._folder / "authority.pem"

    def _load(self) -> None:
        try:
            self.context.load_cert_chain(self._server_file)
        except ssl.SSLError as error:
            raise self._damaged(self._server_file, error) from error

    def _is_due(self) -> bool:
        try:
            found = x509.load_pem_x509_certificate(self._server_file.read_bytes())
            named = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        except (FileNotFoundError, ValueError, x509.ExtensionNotFound):
            return True  # also where the file was damaged: what is lost can be signed again
        if found.issuer != self._certificate.subject or named != x509.SubjectAlternativeName(_general(self._names)):
            return True
        now = self._clock.now()
        return not found.not_valid_before_utc <= now < found.not_valid_after_utc - RENEWED_BEFORE

    def _load_or_make(self) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
        path = self._authority_file
        try:
            pem = path.read_bytes()
        except FileNotFoundError:
            key = ec.generate_private_key(ec.SECP256R1())
            certificate = _sign_itself(key, self._clock.now())
            _write(path, _private_pem(key) + certificate.public_bytes(Encoding.PEM))
            return key, certificate
        try:
            loaded = load_pem_private_key(pem, password=None)
            certificate = x509.load_pem_x509_certificate(pem)
        except ValueError as error:
            raise self._damaged(path, error) from error
        if not isinstance(loaded, ec.EllipticCurvePrivateKey) or loaded.public_key() != certificate.public_key():
            raise self._damaged(path, "key and certificate do not belong together")
        return loaded, certificate

    def _sign_server(self, key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
        now = self._clock.now()
        return (
            _begun(SERVER_NAME, self._certificate.subject, key, now, SERVER_LIVES)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName(_general(self._names)), critical=False)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False)
            .sign(self._key, hashes.SHA256())
        )

    def _damaged(self, path: Path, why: object) -> AuthorityDamaged:
        return AuthorityDamaged(
            f"{path} cannot be used ({why}); bring its backup back, or every player and desk has to be paired anew"
        )


def _sign_itself(key: ec.EllipticCurvePrivateKey, now: datetime) -> x509.Certificate:
    # Its own name each time: two authorities with one name would be taken for each other by verifiers.
    serial = x509.random_serial_number()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"displayctl hub {serial:x}"[:64])])
    usage = dict.fromkeys(
        ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement"), False
    )
    return (
        _begun("", name, key, now, AUTHORITY_LIVES, subject=name)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.KeyUsage(**usage, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )


def _begun(
    name: str,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    now: datetime,
    lives: timedelta,
    subject: x509.Name | None = None,
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject or x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BACKDATED)
        .not_valid_after(now + lives)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _general(names: Sequence[str]) -> list[x509.GeneralName]:
    return [_general_name(name) for name in names]


def _general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _private_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _write(path: Path, pem: bytes) -> None:
    write_atomically(LocalFiles(), path, pem, mode=0o600)
