<?php
// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What PHP needs no library for. The URL of the simulator is in TOKENI_SIMULATOR.
function call(string $method, string $path, string $authorization, ?array $body = null): ?array
{
    $context = stream_context_create(['http' => [
        'method' => $method,
        'header' => ["Authorization: $authorization", 'Content-Type: application/json'],
        'content' => $body === null ? '' : json_encode($body),
        'ignore_errors' => true,
    ]]);
    $answer = file_get_contents(getenv('TOKENI_SIMULATOR') . $path, false, $context);
    $json = json_decode($answer, true);
    if (!preg_match('/ 200 /', $http_response_header[0])) {
        echo "failed: $http_response_header[0]\n";
        exit;
    }
    return $json;
}

$keys = base64_encode('simulator-consumer-key:' . getenv('TOKENI_SECRET'));
$token = call('GET', '/oauth/v1/generate?grant_type=client_credentials', "Basic $keys")['access_token'];
$push = call('POST', '/mpesa/stkpush/v1/processrequest', "Bearer $token", [
    'BusinessShortCode' => '174379', 'Amount' => 1, 'PhoneNumber' => '254708374149',
    'CallBackURL' => 'https://example.com/callback',
]);
$query = call('POST', '/mpesa/stkpushquery/v1/query', "Bearer $token", [
    'BusinessShortCode' => '174379', 'CheckoutRequestID' => $push['CheckoutRequestID'],
]);
echo "token $token\npush {$push['CheckoutRequestID']}\nquery {$query['ResultDesc']}\n";
