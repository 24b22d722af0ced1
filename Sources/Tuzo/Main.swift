import ArgumentParser
import Configuration
import Crypto
import CryptoExtras
import GRDB
import GRDBSQLite
import Hummingbird
import HummingbirdTesting
import JWTKit
import Mustache

