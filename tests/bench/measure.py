# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures whole processes that read the same files, alternately. Called by ./run."""
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 15

# What newman does before the first request: it starts, and makes objects of the files.
NEWMAN = '''
require('newman');
const { Collection, VariableScope } = require('postman-collection'), fs = require('fs');
const [collection, environment] = process.argv.slice(1).map(f => JSON.parse(fs.readFileSync(f, 'utf8')));
new Collection(collection);
console.log(new VariableScope(environment).values.count());
'''


def write_files(folder):
    """A collection of 1 MiB with one token request, and an environment with 5,000 variables."""
    def request(number):
        body = json.dumps({'BusinessShortCode': 174379, 'Amount': number, 'Remarks': 'x' * 300})
        return {'name': f'call {number}', 'request': {
            'method': 'POST', 'header': [{'key': 'Authorization', 'value': 'Bearer {{access_token}}'}],
            'url': {'raw': '{{base_url}}/mpesa/stkpush/v1/processrequest', 'host': ['{{base_url}}'],
                    'path': ['mpesa', 'stkpush', 'v1', 'processrequest']},
            'body': {'mode': 'raw', 'raw': body}}}
    token = {'name': 'token', 'request': {
        'method': 'GET', 'url': '{{base_url}}/oauth/v1/generate?grant_type=client_credentials',
        'auth': {'type': 'basic', 'basic': [{'key': 'username', 'value': '{{consumer_key}}'},
                                            {'key': 'password', 'value': '{{consumer_secret}}'}]}}}
    schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'
    collection = {'info': {'name': 'shop', 'schema': schema}, 'item': [token]}
    while len(json.dumps(collection)) < 1024 * 1024:
        collection['item'] += [request(number) for number in range(200)]
    values = [{'key': f'name_{number}', 'value': f'value {number}', 'enabled': True}
              for number in range(5000)]
    values += [{'key': 'base_url', 'value': 'https://sandbox.safaricom.co.ke', 'enabled': True},
               {'key': 'consumer_key', 'value': 'InventedKey00000000000000000000A', 'enabled': True},
               {'key': 'consumer_secret', 'value': 'InventedSecretAB', 'enabled': True}]
    files = [folder / 'collection.json', folder / 'environment.json']
    files[0].write_text(json.dumps(collection))
    files[1].write_text(json.dumps({'name': 'shop', 'values': values,
                                    '_postman_variable_scope': 'environment'}))
    return [str(file) for file in files]


def seconds(command, folder):
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    tokeni, folder = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2])
    files = write_files(folder)
    commands = {'Tokeni': [tokeni, *files], 'newman 6.2.2': ['node', '-e', NEWMAN, *files]}
    times = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(seconds(command, folder))
    medians = {name: statistics.median(values) for name, values in times.items()}
    print('Import of a 1 MiB collection with an environment of 5,003 variables, whole process, '
          f'median of {ROUNDS}:')
    for name, median in medians.items():
        print(f'  {name}: {median * 1000:.0f} ms')
    print(f'  ratio: {medians["Tokeni"] / medians["newman 6.2.2"]:.3f}')


main()
