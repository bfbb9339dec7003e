<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-FileCopyrightText: 2026 The Tokeni authors
     SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="sw" sourcelanguage="en">
<context>
    <name>ClipboardWrite</name>
    <message>
        <source>The text could not be put on the clipboard. Another program may be using the clipboard: copy it again.</source>
        <translation>Ubao wa kunakili haukuipokea. Huenda programu nyingine inautumia: nakili tena.</translation>
    </message>
</context>
<context>
    <name>CopyFormat</name>
    <message>
        <source>Bearer header</source>
        <translation>kichwa cha Bearer</translation>
    </message>
    <message>
        <source>token</source>
        <translation>tokeni</translation>
    </message>
    <message>
        <source>header value</source>
        <translation>thamani ya kichwa</translation>
    </message>
    <message>
        <source>curl option</source>
        <translation>chaguo la curl</translation>
    </message>
    <message>
        <source>JSON header</source>
        <translation>kichwa cha JSON</translation>
    </message>
    <message>
        <source>environment variable</source>
        <translation>kigeu cha mazingira</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>Sandbox keys never work in production: check that these belong to a live app.</source>
        <translation>Funguo za sandbox hazifanyi kazi kamwe kwenye production: hakikisha kuwa hizi ni za programu halisi.</translation>
    </message>
    <message>
        <source>Keys of a live app never work in the sandbox: check that these belong to a sandbox app.</source>
        <translation>Funguo za programu halisi hazifanyi kazi kamwe kwenye sandbox: hakikisha kuwa hizi ni za programu ya sandbox.</translation>
    </message>
    <message>
        <source>The simulator accepts its own keys only. They are shown beside its scenario.</source>
        <translation>Kiigizaji hukubali funguo zake chenyewe tu. Zinaonyeshwa kando ya hali yake.</translation>
    </message>
    <message>
        <source>Check that these keys belong to this server.</source>
        <translation>Hakikisha kuwa funguo hizi ni za seva hii.</translation>
    </message>
    <message>
        <source>Check the chosen scenario: one of them refuses all keys.</source>
        <translation>Angalia hali iliyochaguliwa: mojawapo hukataa funguo zote.</translation>
    </message>
    <message>
        <source>Copy the key and the secret again from the Daraja portal, under My Apps.</source>
        <translation>Nakili tena ufunguo na siri kutoka kwenye tovuti ya Daraja, chini ya My Apps.</translation>
    </message>
    <message>
        <source>Wait a minute before trying again.</source>
        <translation>Subiri dakika moja kabla ya kujaribu tena.</translation>
    </message>
    <message>
        <source>The consumer key or the consumer secret is missing</source>
        <translation>Ufunguo wa mteja au siri ya mteja haipo</translation>
    </message>
    <message>
        <source>Paste both from the Daraja portal, under My Apps, and get the token again.</source>
        <translation>Bandika zote mbili kutoka kwenye tovuti ya Daraja, chini ya My Apps, kisha pata tokeni tena.</translation>
    </message>
    <message>
        <source>The keys could not be read from the system keychain</source>
        <translation>Hifadhi ya funguo ya mfumo haikutoa funguo</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again.</source>
        <translation>Fungua hifadhi ya funguo kisha ujaribu tena.</translation>
    </message>
    <message>
        <source>Or enter the keys again: they are then kept in memory until Tokeni quits.</source>
        <translation>Au weka funguo tena: zitakaa kwenye kumbukumbu hadi utoke kwenye Tokeni.</translation>
    </message>
    <message>
        <source>The request was cancelled</source>
        <translation>Ombi limeghairiwa</translation>
    </message>
    <message>
        <source>The host %1 was not found</source>
        <translation>Mwenyeji %1 hakupatikana</translation>
    </message>
    <message>
        <source>Check that this computer is online.</source>
        <translation>Hakikisha kuwa kompyuta hii iko mtandaoni.</translation>
    </message>
    <message>
        <source>Check the host in the token URL.</source>
        <translation>Angalia mwenyeji kwenye URL ya tokeni.</translation>
    </message>
    <message>
        <source>Nothing answers at %1</source>
        <translation>Hakuna kinachojibu kwenye %1</translation>
    </message>
    <message>
        <source>Check the host and the port in the token URL.</source>
        <translation>Angalia mwenyeji na mlango kwenye URL ya tokeni.</translation>
    </message>
    <message>
        <source>A server on this computer has to be started first.</source>
        <translation>Seva iliyo kwenye kompyuta hii lazima ianzishwe kwanza.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached</source>
        <translation>Imeshindwa kufikia %1</translation>
    </message>
    <message>
        <source>A firewall or VPN may be blocking the connection.</source>
        <translation>Huenda ngome au VPN inazuia njia.</translation>
    </message>
    <message>
        <source>%1 closed the connection before the answer was complete</source>
        <translation>%1 ilikata muunganisho kabla jibu halijakamilika</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Jaribu tena.</translation>
    </message>
    <message>
        <source>If this keeps happening, a proxy or firewall may be the cause.</source>
        <translation>Ikiendelea, huenda proksi au ngome inazuia njia.</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 haikujibu kwa wakati</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Jaribu tena baada ya dakika moja.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network connection.</source>
        <translation>Angalia muunganisho wa kompyuta hii.</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure, so nothing was sent</source>
        <translation>Muunganisho na %1 si salama, kwa hivyo hakuna kilichotumwa</translation>
    </message>
    <message>
        <source>The CA file can&apos;t be used, so nothing was sent</source>
        <translation>Faili ya CA haiwezi kutumika, kwa hivyo hakuna kilichotumwa</translation>
    </message>
    <message>
        <source>The proxy did not let the request through</source>
        <translation>Proksi haikuruhusu ombi kupita</translation>
    </message>
    <message>
        <source>The request failed on the way to %1</source>
        <translation>Ombi lilishindwa njiani kuelekea %1</translation>
    </message>
    <message>
        <source>%1 did not accept these keys</source>
        <translation>%1 haikukubali funguo hizi</translation>
    </message>
    <message>
        <source>%1 did not accept the grant type</source>
        <translation>%1 haikukubali grant_type</translation>
    </message>
    <message>
        <source>Remove grant_type from the token URL: Tokeni adds the right one.</source>
        <translation>Ondoa grant_type kwenye URL ya tokeni: Tokeni huongeza iliyo sahihi.</translation>
    </message>
    <message>
        <source>A web firewall in front of %1 stopped the request</source>
        <translation>Ngome ya wavuti iliyo mbele ya %1 ilizuia ombi</translation>
    </message>
    <message>
        <source>%1 forbids this request</source>
        <translation>%1 inakataza ombi hili</translation>
    </message>
    <message>
        <source>There is no token service at this URL</source>
        <translation>Hakuna huduma ya tokeni kwenye URL hii</translation>
    </message>
    <message>
        <source>This URL does not take GET requests</source>
        <translation>URL hii haipokei maombi ya GET</translation>
    </message>
    <message>
        <source>The proxy requires a login</source>
        <translation>Proksi inataka uingie kwanza</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Maombi ni mengi mno</translation>
    </message>
    <message>
        <source>%1 is down at the moment</source>
        <translation>%1 haipatikani kwa sasa</translation>
    </message>
    <message>
        <source>%1 had an internal error</source>
        <translation>%1 ina hitilafu yake yenyewe</translation>
    </message>
    <message>
        <source>The server redirected the request, so Tokeni stopped</source>
        <translation>Seva inapeleka ombi kwingine, kwa hivyo Tokeni imesimama</translation>
    </message>
    <message>
        <source>Your keys were not sent there. If you trust that address, set it as the token URL.</source>
        <translation>Funguo zako hazikutumwa huko. Ikiwa unaamini anwani hiyo, iweke kuwa URL ya tokeni.</translation>
    </message>
    <message>
        <source>%1 refused the request</source>
        <translation>%1 ilikataa ombi</translation>
    </message>
    <message>
        <source>The answer is far too large for a token</source>
        <translation>Jibu ni kubwa mno kuwa tokeni</translation>
    </message>
    <message>
        <source>The answer is a web page, not a token</source>
        <translation>Jibu ni ukurasa wa wavuti, si tokeni</translation>
    </message>
    <message>
        <source>A sign-in page of this network may have answered instead.</source>
        <translation>Huenda ukurasa wa kuingia wa mtandao huu ndio uliojibu.</translation>
    </message>
    <message>
        <source>The answer is not what a token service sends</source>
        <translation>Jibu si la aina inayotumwa na huduma ya tokeni</translation>
    </message>
    <message>
        <source>The answer contains no token</source>
        <translation>Jibu halina tokeni</translation>
    </message>
    <message>
        <source>The answer contains an empty token</source>
        <translation>Jibu lina tokeni tupu</translation>
    </message>
    <message>
        <source>The token had expired before it arrived</source>
        <translation>Tokeni ilikuwa imeisha kabla ya kufika</translation>
    </message>
    <message>
        <source>The answer does not say how long the token is valid</source>
        <translation>Jibu halisemi tokeni hudumu kwa muda gani</translation>
    </message>
    <message>
        <source>The token contains characters that are not allowed in a header</source>
        <translation>Tokeni ina herufi zisizofaa kwenye kichwa</translation>
    </message>
    <message>
        <source>incident ID %1</source>
        <translation>namba ya tukio %1</translation>
    </message>
    <message>
        <source>HTTP %1, without a message</source>
        <translation>HTTP %1, bila maneno</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>sekunde %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>dakika %1</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>saa %1</translation>
    </message>
    <message>
        <source>HTTP %1 to %2</source>
        <translation>HTTP %1 kwenda %2</translation>
    </message>
    <message>
        <source>Copy the key and secret of a live app again from the portal, under My Apps.</source>
        <translation>Nakili tena ufunguo na siri ya programu halisi kutoka kwenye tovuti, chini ya My Apps.</translation>
    </message>
    <message>
        <source>Copy the key and secret of a sandbox app again from the portal, under My Apps.</source>
        <translation>Nakili tena ufunguo na siri ya programu ya sandbox kutoka kwenye tovuti, chini ya My Apps.</translation>
    </message>
    <message>
        <source>The server asks you to wait %1 before trying again.</source>
        <translation>Seva inaomba usubiri %1 kabla ya kujaribu tena.</translation>
    </message>
    <message>
        <source>Your keys may be right: this answer says nothing about them.</source>
        <translation>Huenda funguo zako ni sahihi: jibu hili halihusu funguo.</translation>
    </message>
    <message>
        <source>This computer is offline</source>
        <translation>Kompyuta hii haiko mtandaoni</translation>
    </message>
    <message>
        <source>Connect it to a network, then try again. Nothing was sent.</source>
        <translation>Iunganishe na mtandao, kisha ujaribu tena. Hakuna kilichotumwa.</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of %1, so nothing was sent</source>
        <translation>Hakuna anayeaminiwa na kompyuta hii anayeithibitisha %1, kwa hivyo hakuna kilichotumwa</translation>
    </message>
    <message>
        <source>For a company&apos;s proxy or a private server, set its CA file in the environment.</source>
        <translation>Proksi ya kampuni au seva ya binafsi inahitaji faili yake ya CA: iweke kwenye mazingira.</translation>
    </message>
    <message>
        <source>Otherwise, somebody may be listening in: try another network.</source>
        <translation>La sivyo, huenda kuna mtu anayesikiliza: jaribu mtandao mwingine.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet, so nothing was sent</source>
        <translation>Cheti cha %1 bado hakijaanza kutumika, kwa hivyo hakuna kilichotumwa</translation>
    </message>
    <message>
        <source>This computer&apos;s clock may be wrong. It shows %1.</source>
        <translation>Huenda saa ya kompyuta hii si sahihi. Inaonyesha %1.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock may be wrong: check the date and time.</source>
        <translation>Huenda saa ya kompyuta hii si sahihi: angalia tarehe na saa.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired, so nothing was sent</source>
        <translation>Muda wa cheti cha %1 umeisha, kwa hivyo hakuna kilichotumwa</translation>
    </message>
    <message>
        <source>This computer&apos;s clock shows %1. If that is right, only the server&apos;s owner can fix this.</source>
        <translation>Ikiwa saa ya kompyuta hii ni sahihi, ni mwenye seva tu anayeweza kurekebisha hili. Saa inaonyesha %1.</translation>
    </message>
    <message>
        <source>If this computer&apos;s clock is right, only the server&apos;s owner can fix this.</source>
        <translation>Ikiwa saa ya kompyuta hii ni sahihi, ni mwenye seva tu anayeweza kurekebisha hili.</translation>
    </message>
    <message>
        <source>The certificate was not issued for %1, so nothing was sent</source>
        <translation>Cheti si cha %1, kwa hivyo hakuna kilichotumwa</translation>
    </message>
    <message>
        <source>Check that the host and port in the token URL speak HTTPS.</source>
        <translation>Hakikisha kuwa mwenyeji na mlango kwenye URL ya tokeni hutumia HTTPS.</translation>
    </message>
    <message>
        <source>A firewall or an outdated proxy may be the cause.</source>
        <translation>Huenda ngome au proksi iliyopitwa na wakati inazuia njia.</translation>
    </message>
    <message>
        <source>In the environment, choose a PEM file that begins with BEGIN CERTIFICATE, or no file.</source>
        <translation>Chagua kwenye mazingira faili ya PEM inayoanza na BEGIN CERTIFICATE, au usiweke yoyote.</translation>
    </message>
    <message>
        <source>Check the proxy in Tokeni&apos;s settings and in the system&apos;s.</source>
        <translation>Angalia proksi kwenye mipangilio, ya Tokeni na ya mfumo.</translation>
    </message>
    <message>
        <source>The token URL is the sandbox&apos;s, but this is a production environment: keys of a live app never work there.</source>
        <translation>URL ya tokeni ni ya sandbox, lakini haya ni mazingira ya production: funguo za programu halisi hazifanyi kazi huko kamwe.</translation>
    </message>
    <message>
        <source>Set the URL to production&apos;s, or the kind to sandbox.</source>
        <translation>Weka URL ya production, au aina ya sandbox.</translation>
    </message>
    <message>
        <source>The token URL is production&apos;s, but this is a sandbox environment: sandbox keys never work there.</source>
        <translation>URL ya tokeni ni ya production, lakini haya ni mazingira ya sandbox: funguo za sandbox hazifanyi kazi huko kamwe.</translation>
    </message>
    <message>
        <source>Set the URL to the sandbox&apos;s, or the kind to production.</source>
        <translation>Weka URL ya sandbox, au aina ya production.</translation>
    </message>
    <message>
        <source>The same keys were accepted by %1 at %2: sandbox keys never work in production.</source>
        <translation>Funguo hizi hizi zilikubaliwa na %1 saa %2: funguo za sandbox hazifanyi kazi kamwe kwenye production.</translation>
    </message>
    <message>
        <source>The same keys were accepted by %1 at %2: keys of a live app never work in the sandbox.</source>
        <translation>Funguo hizi hizi zilikubaliwa na %1 saa %2: funguo za programu halisi hazifanyi kazi kamwe kwenye sandbox.</translation>
    </message>
    <message>
        <source>The same keys were accepted by %1 at %2: they may belong there only.</source>
        <translation>Funguo hizi hizi zilikubaliwa na %1 saa %2: huenda ni za huko tu.</translation>
    </message>
    <message>
        <source>There is white space inside the consumer key, as a line break leaves behind: Daraja&apos;s keys never have any.</source>
        <translation>Kuna nafasi tupu ndani ya ufunguo wa mteja, kama inayoachwa na mstari uliokatika: hakuna ufunguo wa Daraja wenye nafasi.</translation>
    </message>
    <message>
        <source>There is white space inside the consumer secret, as a line break leaves behind: Daraja&apos;s secrets never have any.</source>
        <translation>Kuna nafasi tupu ndani ya siri ya mteja, kama inayoachwa na mstari uliokatika: hakuna siri ya Daraja yenye nafasi.</translation>
    </message>
    <message>
        <source>There is white space inside the consumer key and the consumer secret, as line breaks leave behind: Daraja&apos;s keys and secrets never have any.</source>
        <translation>Kuna nafasi tupu ndani ya ufunguo wa mteja na siri ya mteja, kama inayoachwa na mistari iliyokatika: za Daraja hazina nafasi.</translation>
    </message>
    <message>
        <source>The key and the secret may be swapped: each is as long as Daraja makes the other.</source>
        <translation>Huenda ufunguo na siri zimebadilishana nafasi: kila moja ina urefu ambao Daraja huipa nyingine.</translation>
    </message>
    <message>
        <source>%1 has the same keys, but no keys work in two environments of different kinds.</source>
        <translation>%1 ina funguo hizi hizi, lakini hakuna funguo zinazofanya kazi katika mazingira mawili ya aina tofauti.</translation>
    </message>
    <message>
        <source>Copy both again from where you got them.</source>
        <translation>Nakili zote mbili tena kutoka ulikozipata.</translation>
    </message>
    <message>
        <source>A gateway in between may require its own login: Daraja itself refuses keys with 400.</source>
        <translation>Huenda lango lililo njiani linataka uingie kwanza: Daraja yenyewe hukataa funguo kwa 400.</translation>
    </message>
    <message>
        <source>Enter it in Tokeni&apos;s proxy settings or in the system&apos;s.</source>
        <translation>Weka maelezo ya kuingia kwenye mipangilio ya proksi, ya Tokeni au ya mfumo.</translation>
    </message>
    <message>
        <source>A token is valid for an hour: one request per hour is enough.</source>
        <translation>Tokeni hudumu kwa saa moja: ombi moja kila saa latosha.</translation>
    </message>
    <message>
        <source>Its expires_in is not a number of seconds.</source>
        <translation>expires_in yake si idadi ya sekunde.</translation>
    </message>
    <message>
        <source>the simulator</source>
        <translation>kiigizaji</translation>
    </message>
    <message>
        <source>%1 began to answer but did not finish in time</source>
        <translation>%1 ilianza kujibu lakini haikumaliza kwa wakati</translation>
    </message>
    <message>
        <source>This computer has no list of certificate authorities, so nothing was sent</source>
        <translation>Kompyuta hii haijui mamlaka yoyote ya vyeti, kwa hiyo hakuna kilichotumwa</translation>
    </message>
    <message>
        <source>Install the package ca-certificates, then try again.</source>
        <translation>Sakinisha kifurushi cha ca-certificates, kisha jaribu tena.</translation>
    </message>
    <message>
        <source>Tokeni can&apos;t use the proxy, so nothing was sent</source>
        <translation>Tokeni haiwezi kutumia proksi hiyo, kwa hiyo hakuna kilichotumwa</translation>
    </message>
    <message>
        <source>Tokeni supports HTTP and SOCKS 5 proxies. Choose one of these, or no proxy, in Tokeni&apos;s settings or in the system&apos;s.</source>
        <translation>Tokeni hutumia proksi za HTTP na SOCKS 5. Chagua moja kati ya hizi kwenye mipangilio, ya Tokeni au ya mfumo, au usitumie yoyote.</translation>
    </message>
    <message>
        <source>%1 gives no tokens, so nothing was sent</source>
        <translation>%1 haitoi tokeni, kwa hivyo hakuna kilichotumwa</translation>
    </message>
    <message>
        <source>Correct the host in the token URL.</source>
        <translation>Sahihisha mwenyeji kwenye URL ya tokeni.</translation>
    </message>
    <message>
        <source>The key is wrong, the server says: it knows no app with this consumer key.</source>
        <translation>Seva inasema ufunguo si sahihi: haijui programu yenye ufunguo huu wa mtumiaji.</translation>
    </message>
    <message>
        <source>The secret is wrong, the server says: this consumer secret does not belong to the key.</source>
        <translation>Seva inasema siri si sahihi: siri hii ya mtumiaji si ya ufunguo huu.</translation>
    </message>
    <message>
        <source>%1 did not get the keys in a Basic Authorization header</source>
        <translation>%1 haikupata funguo katika kichwa cha Authorization cha aina ya Basic</translation>
    </message>
    <message>
        <source>Tokeni always sends one: a proxy on the way may have dropped or changed it.</source>
        <translation>Tokeni hukituma daima: huenda proksi iliyo njiani imekiondoa au imekibadilisha.</translation>
    </message>
    <message>
        <source>Try another network, or change the proxy in Tokeni&apos;s settings or in the system&apos;s.</source>
        <translation>Jaribu mtandao mwingine, au badilisha proksi katika mipangilio ya Tokeni au ya mfumo.</translation>
    </message>
    <message>
        <source>request ID %1</source>
        <translation>namba ya ombi %1</translation>
    </message>
    <message>
        <source>It stops several quick requests in a row: wait some minutes before trying again.</source>
        <translation>Huzuia maombi kadhaa ya haraka yanayofuatana: subiri dakika chache kabla ya kujaribu tena.</translation>
    </message>
    <message>
        <source>It also objects to networks, not to your keys: try one without a VPN or hosting provider.</source>
        <translation>Hukataa pia mitandao, si funguo zako: jaribu mtandao usio wa VPN wala wa kampuni ya upangishaji.</translation>
    </message>
    <message>
        <source>A firewall may be the cause: if there were several quick requests in a row, wait some minutes.</source>
        <translation>Huenda ngome imezuia: ikiwa kulikuwa na maombi kadhaa ya haraka yanayofuatana, subiri dakika chache.</translation>
    </message>
    <message>
        <source>Then try another network, without a VPN or hosting provider.</source>
        <translation>Kisha jaribu mtandao mwingine, usio wa VPN wala wa kampuni ya upangishaji.</translation>
    </message>
    <message>
        <source>Last, check in the portal that the app is approved, and copy its keys again.</source>
        <translation>Mwisho, hakikisha kwenye tovuti kuwa programu imeidhinishwa, na nakili funguo zake tena.</translation>
    </message>
    <message>
        <source>The answer was empty</source>
        <translation>Jibu lilikuwa tupu</translation>
    </message>
    <message>
        <source>Compare the token URL with Daraja&apos;s: its path must be %1.</source>
        <translation>Linganisha URL ya tokeni na ile ya Daraja: njia yake lazima iwe %1.</translation>
    </message>
    <message>
        <source>The path of the token URL is %1. On Daraja it must be %2, with nothing before or after it.</source>
        <translation>Njia ya URL ya tokeni ni %1. Kwenye Daraja lazima iwe %2, bila kitu chochote kabla wala baada yake.</translation>
    </message>
    <message>
        <source>Or a proxy on the way dropped or changed the Authorization header: the code means that, too.</source>
        <translation>Au proksi iliyo njiani iliondoa au ilibadilisha kichwa cha Authorization: msimbo huu una maana hiyo pia.</translation>
    </message>
    <message>
        <source>Safaricom&apos;s support asks for the ID above: enter it on the portal&apos;s incident page.</source>
        <translation>Huduma ya wateja ya Safaricom huuliza namba iliyo hapo juu: iandike kwenye ukurasa wa matukio wa tovuti.</translation>
    </message>
    <message>
        <source>The server allows one request every %1: wait as long before trying again.</source>
        <translation>Seva inaruhusu ombi moja kila baada ya %1: subiri muda huo kabla ya kujaribu tena.</translation>
    </message>
    <message>
        <source>Since %1, Tokeni has sent %2 requests to this server.</source>
        <translation>Tangu saa %1, Tokeni imetuma maombi %2 kwa seva hii.</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>Enter the consumer key too.</source>
        <translation>Weka pia ufunguo wa mteja.</translation>
    </message>
    <message>
        <source>Enter the consumer secret too.</source>
        <translation>Weka pia siri ya mteja.</translation>
    </message>
</context>
<context>
    <name>EnvironmentJson</name>
    <message>
        <source>Its “%1” is missing or invalid.</source>
        <translation>“%1” yake haipo au si kile kinachotakiwa hapo.</translation>
    </message>
    <message>
        <source>Its “kind” must be simulator, sandbox, production or custom.</source>
        <translation>“kind” yake lazima iwe simulator, sandbox, production au custom.</translation>
    </message>
    <message>
        <source>It is not a JSON object.</source>
        <translation>Si kitu (object) cha JSON.</translation>
    </message>
    <message>
        <source>Line %1 is not JSON: %2.</source>
        <translation>Mstari wa %1 si JSON: %2.</translation>
    </message>
    <message>
        <source>It does not have the “version” number of an environments file.</source>
        <translation>Haina toleo la faili ya mazingira.</translation>
    </message>
    <message>
        <source>It does not have an “environments” list of version 1.</source>
        <translation>Haina orodha ya mazingira ya toleo la 1.</translation>
    </message>
</context>
<context>
    <name>EnvironmentProblem</name>
    <message>
        <source>Give the environment a name.</source>
        <translation>Yape mazingira jina.</translation>
    </message>
    <message>
        <source>Another environment has this name.</source>
        <translation>Mazingira mengine yana jina hili.</translation>
    </message>
    <message>
        <source>The name contains invisible characters. Type it again.</source>
        <translation>Jina lina herufi zisizoonekana. Liandike tena.</translation>
    </message>
    <message>
        <source>Enter the token URL.</source>
        <translation>Weka URL ya tokeni.</translation>
    </message>
    <message>
        <source>This is not a complete URL. It should begin with https:// and a host.</source>
        <translation>Hii si URL kamili. Inapaswa kuanza kwa https:// na jina la mwenyeji.</translation>
    </message>
    <message>
        <source>The URL must begin with https://, or your keys could be read on the way. http:// is allowed only for this computer itself (127.0.0.1).</source>
        <translation>URL lazima ianze kwa https://, la sivyo funguo zako zinaweza kusomwa njiani. Ni kompyuta hii yenyewe tu (127.0.0.1) inayoweza kutumia http://.</translation>
    </message>
    <message>
        <source>Leave the keys out of the URL and enter them in the fields below it.</source>
        <translation>Usiweke funguo ndani ya URL, ziweke kwenye sehemu zilizo chini yake.</translation>
    </message>
    <message>
        <source>Enter the full path of the CA file.</source>
        <translation>Weka njia kamili ya faili ya CA.</translation>
    </message>
    <message>
        <source>There is no such environment.</source>
        <translation>Hakuna mazingira kama hayo.</translation>
    </message>
    <message>
        <source>The environments could not be saved: %1</source>
        <translation>Imeshindwa kuhifadhi mazingira: %1</translation>
    </message>
    <message>
        <source>The name is too long. Use at most %1 characters.</source>
        <translation>Jina ni refu mno. Lipe herufi %1 zaidi ya zote.</translation>
    </message>
    <message>
        <source>Another program has changed this environment while you edited it. Choose which value to keep, then save.</source>
        <translation>Programu nyingine imebadilisha mazingira haya ulipokuwa ukiyahariri. Chagua thamani ya kubaki, kisha hifadhi.</translation>
    </message>
    <message>
        <source>Another environment has this id.</source>
        <translation>Mazingira mengine yana kitambulisho hiki.</translation>
    </message>
</context>
<context>
    <name>EnvironmentStore</name>
    <message>
        <source>its environment is no longer in the environments file</source>
        <translation>mazingira yake hayamo tena kwenye faili ya mazingira</translation>
    </message>
    <message>
        <source>the token URL of its environment has changed</source>
        <translation>mazingira yake sasa yana URL nyingine ya tokeni</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB, the most that Tokeni reads. It was not changed. Remove environments from it, or move it away.</source>
        <translation>%1 ni kubwa kuliko MiB 1, na Tokeni haisomi faili kama hiyo. Imeachwa kama ilivyo; toa baadhi ya mazingira ndani yake, au ihamishe.</translation>
    </message>
    <message>
        <source>The environments file was damaged. It is kept as %1, and the environments shown here are saved in its place.</source>
        <translation>Faili ya mazingira ilikuwa imeharibika. Imehifadhiwa kama %1, na mazingira yanayoonekana hapa yamehifadhiwa mahali pake.</translation>
    </message>
    <message>
        <source>%1 is damaged and was not changed. %2 Correct it, replace it with an earlier copy, or move it away. Keys in the keychain are untouched.</source>
        <translation>%1 imeharibika, na imeachwa kama ilivyo. %2 Isahihishe, weka nakala ya awali mahali pake, au ihamishe. Funguo kwenye hifadhi ya funguo hazijaguswa.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Tokeni. It is not changed, and changes made here last only until Tokeni quits.</source>
        <translation>%1 iliandikwa na toleo jipya zaidi la Tokeni. Imeachwa ilivyo, na mabadiliko utakayofanya hapa yatadumu hadi utoke kwenye Tokeni.</translation>
    </message>
    <message>
        <source>%1 is being written by another program. Try again.</source>
        <translation>%1 inaandikwa na programu nyingine. Jaribu tena.</translation>
    </message>
    <message>
        <source>%1 was changed by another program in the meantime. Try again.</source>
        <translation>%1 iliandikwa na programu nyingine wakati huo. Jaribu tena.</translation>
    </message>
    <message>
        <source>%1 would be larger than 1 MiB, the most that Tokeni reads. Remove environments first.</source>
        <translation>%1 ingekuwa kubwa kuliko MiB 1, na Tokeni haisomi faili kama hiyo. Ondoa baadhi ya mazingira kwanza.</translation>
    </message>
</context>
<context>
    <name>Environments</name>
    <message>
        <source>%1 Your changes are kept until Tokeni quits, and are saved as soon as a later change can be saved.</source>
        <translation>%1 Ulichobadilisha kitadumu hadi Tokeni ifungwe, na kitahifadhiwa pamoja na badiliko linalofuata litakalowezekana.</translation>
    </message>
    <message>
        <source>%1 The environments shown here are saved with your next change, and the damaged file is kept beside them.</source>
        <translation>%1 Mazingira yanayoonekana hapa yatahifadhiwa utakapobadilisha kitu, na faili iliyoharibika itawekwa kando yake.</translation>
    </message>
</context>
<context>
    <name>FileFault</name>
    <message>
        <source>it is not an ordinary file</source>
        <translation>si faili ya kawaida</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2.</source>
        <translation>%1 haiwezi kuandikwa: %2.</translation>
    </message>
    <message>
        <source>%1 is a link that leads back to itself. Remove it, or make it point to a file.</source>
        <translation>%1 ni kiungo kinachorudi kwenyewe. Kiondoe, au kielekeze kwenye faili.</translation>
    </message>
    <message>
        <source>%1 is a link to %2, whose folder does not exist. Create the folder, or remove the link.</source>
        <translation>%1 ni kiungo cha %2, ambayo folda yake haipo. Tengeneza folda hiyo, au ondoa kiungo.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: it is not an ordinary file. Move it away.</source>
        <translation>%1 haiwezi kusomwa: si faili ya kawaida. Ihamishe.</translation>
    </message>
    <message>
        <source>%1 belongs to another user (%2), so it is not used. Take ownership of it, or move it away.</source>
        <translation>%1 ni ya mtumiaji mwingine (%2), kwa hiyo haitumiki. Ifanye yako, au ihamishe.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2.</source>
        <translation>%1 haiwezi kusomwa: %2.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be created.</source>
        <translation>%1 haiwezi kutengenezwa.</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>ni ya kusomwa tu</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>no keys</source>
        <translation>hakuna funguo</translation>
    </message>
    <message>
        <source>keychain failed</source>
        <translation>hifadhi ya funguo imeshindwa</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>imeghairiwa</translation>
    </message>
    <message>
        <source>host not found</source>
        <translation>mwenyeji hakupatikana</translation>
    </message>
    <message>
        <source>nothing answers there</source>
        <translation>hakuna kinachojibu hapo</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>haifikiki</translation>
    </message>
    <message>
        <source>connection ended early</source>
        <translation>muunganisho uliisha mapema</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>hakuna jibu kwa wakati</translation>
    </message>
    <message>
        <source>connection not secure</source>
        <translation>muunganisho si salama</translation>
    </message>
    <message>
        <source>CA file unusable</source>
        <translation>faili la CA halifai</translation>
    </message>
    <message>
        <source>stopped by the proxy</source>
        <translation>imezuiwa na proksi</translation>
    </message>
    <message>
        <source>network failed</source>
        <translation>mtandao umeshindwa</translation>
    </message>
    <message>
        <source>wrong keys</source>
        <translation>funguo si sahihi</translation>
    </message>
    <message>
        <source>wrong grant type</source>
        <translation>aina ya ruhusa si sahihi</translation>
    </message>
    <message>
        <source>not authorised</source>
        <translation>haijaidhinishwa</translation>
    </message>
    <message>
        <source>stopped by the web firewall</source>
        <translation>imezuiwa na ngome ya wavuti</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>imekatazwa</translation>
    </message>
    <message>
        <source>no such page</source>
        <translation>hakuna ukurasa kama huo</translation>
    </message>
    <message>
        <source>method not allowed</source>
        <translation>mbinu hairuhusiwi</translation>
    </message>
    <message>
        <source>proxy requires a login</source>
        <translation>proksi inataka uingie</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>maombi mengi mno</translation>
    </message>
    <message>
        <source>service unavailable</source>
        <translation>huduma haipatikani</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>hitilafu kwenye seva</translation>
    </message>
    <message>
        <source>redirected elsewhere</source>
        <translation>imeelekezwa kwingine</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>imekataliwa</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>jibu ni kubwa mno</translation>
    </message>
    <message>
        <source>a web page, not a token</source>
        <translation>ukurasa wa wavuti, si tokeni</translation>
    </message>
    <message>
        <source>not JSON</source>
        <translation>si JSON</translation>
    </message>
    <message>
        <source>no token in the answer</source>
        <translation>hakuna tokeni katika jibu</translation>
    </message>
    <message>
        <source>empty token</source>
        <translation>tokeni tupu</translation>
    </message>
    <message>
        <source>malformed token</source>
        <translation>tokeni isiyo ya kawaida</translation>
    </message>
    <message>
        <source>token already expired</source>
        <translation>tokeni imeshaisha muda</translation>
    </message>
    <message>
        <source>invalid lifetime</source>
        <translation>muda wa uhai usio wa kawaida</translation>
    </message>
    <message>
        <source>token</source>
        <translation>tokeni</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>haiko mtandaoni</translation>
    </message>
    <message>
        <source>proxy unusable</source>
        <translation>proksi haitumiki</translation>
    </message>
    <message>
        <source>not a token server</source>
        <translation>si seva ya tokeni</translation>
    </message>
    <message>
        <source>empty answer</source>
        <translation>jibu tupu</translation>
    </message>
</context>
<context>
    <name>HistoryFault</name>
    <message>
        <source>The history can&apos;t be saved. %1</source>
        <translation>Historia haiwezi kuhifadhiwa. %1</translation>
    </message>
    <message>
        <source>The history can&apos;t be read, so new requests are not saved. %1</source>
        <translation>Historia haiwezi kusomwa, kwa hiyo hakuna inayohifadhiwa. %1</translation>
    </message>
    <message>
        <source>The history in %1 can&apos;t be understood and can&apos;t be set aside. New requests are not saved until you move that file away.</source>
        <translation>Historia iliyo katika %1 haieleweki na haiwezi kuwekwa kando. Hakuna inayohifadhiwa hadi ihamishwe.</translation>
    </message>
    <message>
        <source>The history was damaged. It is kept as %1.</source>
        <translation>Historia ilikuwa imeharibika. Imehifadhiwa kama %1.</translation>
    </message>
    <message>
        <source>The history was written by a newer version of Tokeni. It is kept as %1.</source>
        <translation>Historia iliandikwa na toleo jipya zaidi la Tokeni. Imehifadhiwa kama %1.</translation>
    </message>
    <message>
        <source>%1 is being written by another program.</source>
        <translation>%1 inaandikwa na programu nyingine.</translation>
    </message>
</context>
<context>
    <name>HostConnector</name>
    <message>
        <source>the proxy&apos;s answer does not end</source>
        <translation>jibu la proksi halina mwisho</translation>
    </message>
</context>
<context>
    <name>HttpRequestJob</name>
    <message>
        <source>no complete answer within %1 s</source>
        <translation>hakuna jibu kamili ndani ya sekunde %1</translation>
    </message>
    <message>
        <source>more than %1 KiB</source>
        <translation>zaidi ya KiB %1</translation>
    </message>
    <message>
        <source>the TLS handshake did not end</source>
        <translation>kupeana mikono kwa TLS hakukuisha</translation>
    </message>
    <message>
        <source>the status is %1</source>
        <translation>hali ni %1</translation>
    </message>
    <message>
        <source>the length of the answer is not a number</source>
        <translation>urefu wa jibu si namba</translation>
    </message>
    <message>
        <source>the answer is not HTTP</source>
        <translation>kilichofika si HTTP</translation>
    </message>
    <message>
        <source>the system&apos;s proxy settings gave no answer within %1 s</source>
        <translation>mipangilio ya proksi ya mfumo haikujibu ndani ya sekunde %1</translation>
    </message>
    <message>
        <source>%1: it could not be read within %2 s</source>
        <translation>%1: haikuweza kusomwa ndani ya sekunde %2</translation>
    </message>
    <message>
        <source>the address of the proxy was not found within %1 s</source>
        <translation>anwani ya proksi haikupatikana ndani ya sekunde %1</translation>
    </message>
    <message>
        <source>no name server answered within %1 s</source>
        <translation>hakuna seva ya majina iliyojibu ndani ya sekunde %1</translation>
    </message>
    <message>
        <source>there was no connection within %1 s</source>
        <translation>hakukuwa na muunganisho ndani ya sekunde %1</translation>
    </message>
    <message>
        <source>the TLS handshake took more than %1 s</source>
        <translation>makubaliano ya TLS yalizidi sekunde %1</translation>
    </message>
    <message>
        <source>it did not accept the login</source>
        <translation>haikukubali maelezo ya kuingia iliyopewa</translation>
    </message>
    <message>
        <source>the system&apos;s certificates were not read within %1 s</source>
        <translation>vyeti vya mfumo havikusomwa ndani ya sekunde %1</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>“%1” is kept outside this file. Enter it in Tokeni.</source>
        <translation>“%1” imehifadhiwa nje ya faili hii. Iweke kwenye Tokeni.</translation>
    </message>
    <message>
        <source>“%1” refers to a variable that the file does not have.</source>
        <translation>“%1” inarejelea kigeu ambacho hakimo kwenye faili.</translation>
    </message>
    <message>
        <source>“%1” is empty in this file.</source>
        <translation>“%1” ni tupu kwenye faili hii.</translation>
    </message>
    <message>
        <source>“%1” contains a placeholder instead of a key.</source>
        <translation>“%1” ina maandishi ya mfano badala ya ufunguo.</translation>
    </message>
    <message>
        <source>“%1” contains white space or control characters, which no key has.</source>
        <translation>“%1” ina nafasi tupu au herufi za udhibiti ndani yake: hakuna ufunguo ulio hivyo.</translation>
    </message>
    <message>
        <source>“%1” begins with http://. Tokeni uses https:// there.</source>
        <translation>“%1” inaanza kwa http://. Tokeni hutumia https:// hapo.</translation>
    </message>
    <message>
        <source>“%1” contradicts the URL. The URL is used.</source>
        <translation>“%1” inasema tofauti na URL. Kinachozingatiwa ni URL.</translation>
    </message>
    <message>
        <source>“%1” does not say that it is for Daraja.</source>
        <translation>“%1” haisemi kuwa ni ya Daraja.</translation>
    </message>
    <message>
        <source>The file has a consumer secret, but no consumer key.</source>
        <translation>Faili ina siri ya mteja, lakini haina ufunguo wa mteja.</translation>
    </message>
    <message>
        <source>The file has a consumer key, but no consumer secret.</source>
        <translation>Faili ina ufunguo wa mteja, lakini haina siri ya mteja.</translation>
    </message>
    <message>
        <source>The file has no keys for it.</source>
        <translation>Faili haina funguo zake.</translation>
    </message>
    <message>
        <source>Other programs may read “%1” differently, because of characters like $, # or quotation marks. Check it before you use it.</source>
        <translation>Programu nyingine zinaweza kusoma “%1” kwa njia tofauti, kwa sababu ya alama kama $, # au alama za nukuu. Ikague kabla ya kuitumia.</translation>
    </message>
    <message>
        <source>“%1” is in the .env file, as “%2”. Import both files together.</source>
        <translation>“%1” iko kwenye faili ya .env, kwa jina “%2”. Leta faili zote mbili pamoja.</translation>
    </message>
    <message>
        <source>Quotation marks or invisible characters around “%1” were removed.</source>
        <translation>Alama za kunukuu au herufi zisizoonekana zilizozunguka “%1” zimeondolewa.</translation>
    </message>
    <message>
        <source>“%1” is taken for the consumer key, and “%2” for the consumer secret.</source>
        <translation>“%1” imechukuliwa kuwa ufunguo wa mteja, na “%2” kuwa siri ya mteja.</translation>
    </message>
    <message>
        <source>The file does not say whether this is for sandbox or production.</source>
        <translation>Faili haisemi kama hii ni ya sandbox au ya production.</translation>
    </message>
    <message>
        <source>“%1” and “%2” contradict each other.</source>
        <translation>“%1” na “%2” zinapingana.</translation>
    </message>
    <message>
        <source>“%1” contradicts “%2”, which is used.</source>
        <translation>“%1” inapingana na “%2”, ambayo ndiyo inayotumika.</translation>
    </message>
    <message>
        <source>“%1” leads to %2, which is not Safaricom&apos;s. The keys would be sent there.</source>
        <translation>“%1” inaelekeza kwenye %2, ambayo si ya Safaricom. Funguo zingetumwa huko.</translation>
    </message>
    <message>
        <source>“%1” asks for no real server. To try without Daraja, use the simulator.</source>
        <translation>“%1” haitaki seva halisi. Ili kujaribu bila Daraja, tumia kiigizaji.</translation>
    </message>
    <message>
        <source>“%1” leads to %2, which is not Safaricom&apos;s. It is not used.</source>
        <translation>“%1” inaelekeza kwenye %2, ambayo si ya Safaricom. Haitumiki.</translation>
    </message>
    <message>
        <source>The request leads to %1, which is not Safaricom&apos;s. The keys would be sent there.</source>
        <translation>Ombi linaelekeza kwenye %1, ambayo si ya Safaricom. Funguo zingetumwa huko.</translation>
    </message>
    <message>
        <source>The request uses http://. Tokeni uses https:// there.</source>
        <translation>Ombi linatumia http://. Tokeni hutumia https:// hapo.</translation>
    </message>
    <message>
        <source>The file also names M-Pesa&apos;s Open API (Vodacom, Vodafone), which is not Daraja. Nothing of it is used.</source>
        <translation>Faili inataja pia Open API ya M-Pesa (Vodacom, Vodafone), ambayo si Daraja. Hakuna chochote chake kinachotumika.</translation>
    </message>
    <message>
        <source>The request has no keys in this file. Enter them in Tokeni.</source>
        <translation>Ombi halina funguo kwenye faili hii. Ziweke kwenye Tokeni.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>Faili %n</numerusform>
            <numerusform>Faili %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing was imported from “%1”.</source>
        <translation>Hakuna kilicholetwa kutoka “%1”.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was imported from %n file(s).</source>
        <translation>
            <numerusform>Hakuna kilicholetwa kutoka kwenye faili %n.</numerusform>
            <numerusform>Hakuna kilicholetwa kutoka kwenye faili %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder has no files that Tokeni can import. It reads: %1.</source>
        <translation>Folda haina faili ambazo Tokeni inaweza kuleta. Husoma: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The same goes for %n more.</source>
        <translation>
            <numerusform>Ndivyo ilivyo pia kwa nyingine %n.</numerusform>
            <numerusform>Ndivyo ilivyo pia kwa nyingine %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n file(s) has Daraja keys or a Daraja URL. Tokeni looks for variables like consumer_key, consumer_secret and base_url.</source>
        <translation>
            <numerusform>Faili %n haina funguo za Daraja wala URL ya Daraja. Tokeni hutafuta vigezo kama consumer_key, consumer_secret na base_url.</numerusform>
            <numerusform>Hakuna kati ya faili %n iliyo na funguo za Daraja au URL ya Daraja. Tokeni hutafuta vigezo kama consumer_key, consumer_secret na base_url.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportProblem</name>
    <message>
        <source>The file is larger than 4 MiB. Export a single environment or collection.</source>
        <translation>Faili inazidi MiB 4. Hamisha mazingira moja au mkusanyiko mmoja tu.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Faili ni tupu.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text. Export it again, or save it as UTF-8.</source>
        <translation>Faili si maandishi ya UTF-8. Ihamishe tena, au ihifadhi kama UTF-8.</translation>
    </message>
    <message>
        <source>The file is not complete JSON: reading stopped at line %1. Export it again.</source>
        <translation>Faili si JSON kamili: usomaji umekoma kwenye mstari wa %1. Ihamishe tena.</translation>
    </message>
    <message>
        <source>Something that begins on line %1 is never closed. The file may be cut off.</source>
        <translation>Kitu kinachoanza kwenye mstari wa %1 hakina mwisho. Huenda faili imekatika.</translation>
    </message>
    <message>
        <source>The file has more than 200 environments, or more than 10,000 variables in one of them.</source>
        <translation>Faili ina mazingira zaidi ya 200, au mojawapo lina vigeu zaidi ya 10,000.</translation>
    </message>
    <message>
        <source>The file contains no Daraja keys and no Daraja URL. Tokeni looks for variables like consumer_key, consumer_secret and base_url.</source>
        <translation>Faili haina funguo wala URL ya Daraja. Tokeni hutafuta vigeu kama consumer_key, consumer_secret na base_url.</translation>
    </message>
    <message>
        <source>Tokeni can&apos;t import this kind of file. It reads: %1.</source>
        <translation>Hii si mojawapo ya faili ambazo Tokeni husoma: %1.</translation>
    </message>
    <message>
        <source>The file is not complete YAML: reading stopped at line %1. Export it again.</source>
        <translation>Faili si YAML kamili: usomaji umekoma kwenye mstari wa %1. Ihamishe tena.</translation>
    </message>
    <message>
        <source>The file is a program, which Tokeni does not run. Put its variables in .httpyac.json, or in a .env file, and import that.</source>
        <translation>Faili ni programu, ambayo Tokeni haiendeshi. Weka vigeu vyake kwenye .httpyac.json, au kwenye faili ya .env, kisha uilete hiyo.</translation>
    </message>
    <message>
        <source>The file has an API key of M-Pesa&apos;s Open API (Vodacom, Vodafone), which is not Daraja: it has no consumer key and no consumer secret.</source>
        <translation>Faili ina ufunguo wa Open API ya M-Pesa (Vodacom, Vodafone), ambayo si Daraja: haina ufunguo wa mteja wala siri ya mteja.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read: %1</source>
        <translation>Imeshindwa kusoma faili: %1</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>a Postman environment</source>
        <translation>mazingira ya Postman</translation>
    </message>
    <message>
        <source>a Postman collection</source>
        <translation>mkusanyiko wa Postman</translation>
    </message>
    <message>
        <source>http-client.env.json</source>
        <translation>http-client.env.json</translation>
    </message>
    <message>
        <source>a .env file</source>
        <translation>faili ya .env</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 au %2</translation>
    </message>
    <message>
        <source>a .http file</source>
        <translation>faili ya .http</translation>
    </message>
    <message>
        <source>a Bruno collection or environment</source>
        <translation>mkusanyiko au mazingira ya Bruno</translation>
    </message>
    <message>
        <source>an Insomnia export</source>
        <translation>faili iliyohamishwa kutoka Insomnia</translation>
    </message>
    <message>
        <source>settings such as appsettings.json or application.yml</source>
        <translation>mipangilio kama vile appsettings.json au application.yml</translation>
    </message>
    <message>
        <source>an environment or a collection of Hoppscotch</source>
        <translation>mazingira au mkusanyiko wa Hoppscotch</translation>
    </message>
    <message>
        <source>an environment or a collection of Thunder Client</source>
        <translation>mazingira au mkusanyiko wa Thunder Client</translation>
    </message>
    <message>
        <source>a Yaak workspace</source>
        <translation>nafasi ya kazi ya Yaak</translation>
    </message>
</context>
<context>
    <name>ItemGuard</name>
    <message>
        <source>another Tokeni program is changing the same item and has not finished</source>
        <translation>programu nyingine ya Tokeni inabadilisha kitu hicho hicho na haijamaliza</translation>
    </message>
</context>
<context>
    <name>KeyProblem</name>
    <message>
        <source>The consumer secret can&apos;t be longer than 4 KiB. Copy it from the portal again.</source>
        <translation>Siri ya mtumiaji ni ndefu kuliko KiB 4, na hakuna iliyo hivyo. Inakili tena kutoka kwenye tovuti.</translation>
    </message>
    <message>
        <source>The consumer key can&apos;t be longer than 4 KiB. Copy it from the portal again.</source>
        <translation>Ufunguo wa mtumiaji ni mrefu kuliko KiB 4, na hakuna ulio hivyo. Unakili tena kutoka kwenye tovuti.</translation>
    </message>
    <message>
        <source>The consumer secret can&apos;t contain line breaks or control characters. Copy it from the portal again.</source>
        <translation>Siri ya mtumiaji ina mkato wa mstari au herufi za udhibiti ndani yake, na hakuna iliyo nazo. Inakili tena kutoka kwenye tovuti.</translation>
    </message>
    <message>
        <source>The consumer key can&apos;t contain line breaks or control characters. Copy it from the portal again.</source>
        <translation>Ufunguo wa mtumiaji una mkato wa mstari au herufi za udhibiti ndani yake, na hakuna ulio nazo. Unakili tena kutoka kwenye tovuti.</translation>
    </message>
    <message>
        <source>The consumer key can&apos;t contain a colon. Perhaps the secret was pasted along with it.</source>
        <translation>Ufunguo wa mtumiaji una nukta mbili ndani yake, na hakuna unaoweza kuwa nayo. Huenda siri ilibandikwa pamoja nao.</translation>
    </message>
    <message>
        <source>The consumer secret contains an invalid character. Copy it from the portal again.</source>
        <translation>Siri ya mtumiaji ina herufi iliyovunjika ndani yake. Inakili tena kutoka kwenye tovuti.</translation>
    </message>
    <message>
        <source>The consumer key contains an invalid character. Copy it from the portal again.</source>
        <translation>Ufunguo wa mtumiaji una herufi iliyovunjika ndani yake. Unakili tena kutoka kwenye tovuti.</translation>
    </message>
</context>
<context>
    <name>KeychainStore</name>
    <message>
        <source>it is locked</source>
        <translation>imefungwa</translation>
    </message>
    <message>
        <source>it holds something else under that name</source>
        <translation>ina kitu kingine chini ya jina hilo</translation>
    </message>
    <message>
        <source>no keychain is running that can list its items</source>
        <translation>hakuna hifadhi ya funguo inayofanya kazi inayoweza kuorodhesha vitu vyake</translation>
    </message>
</context>
<context>
    <name>KeychainWithTimeout</name>
    <message>
        <source>it has not answered yet</source>
        <translation>hadi sasa haijajibu</translation>
    </message>
    <message>
        <source>it has not answered for %1 s</source>
        <translation>haijajibu kwa sekunde %1</translation>
    </message>
</context>
<context>
    <name>PastedKeys</name>
    <message>
        <source>variables</source>
        <translation>vigeu</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>a curl command</source>
        <translation>amri ya curl</translation>
    </message>
    <message>
        <source>a Basic header</source>
        <translation>kichwa cha Basic</translation>
    </message>
    <message>
        <source>a pair of keys</source>
        <translation>jozi ya funguo</translation>
    </message>
    <message>
        <source>Took the consumer key from %1</source>
        <translation>Ufunguo wa mteja umechukuliwa kutoka %1</translation>
    </message>
    <message>
        <source>Took the consumer secret from %1</source>
        <translation>Siri ya mteja imechukuliwa kutoka %1</translation>
    </message>
    <message>
        <source>Took the key and the secret from %1</source>
        <translation>Ufunguo na siri vimechukuliwa kutoka %1</translation>
    </message>
</context>
<context>
    <name>ProxyFinder</name>
    <message>
        <source>the value of %1 is not the address of a proxy</source>
        <translation>kilichoandikwa kwenye %1 si anwani ya proksi</translation>
    </message>
    <message>
        <source>%1 says %2</source>
        <translation>%1 inasema %2</translation>
    </message>
    <message>
        <source>the system&apos;s proxy settings are invalid</source>
        <translation>mipangilio ya proksi ya mfumo haieleweki</translation>
    </message>
    <message>
        <source>the system&apos;s settings say %1</source>
        <translation>mipangilio ya mfumo inasema %1</translation>
    </message>
    <message>
        <source>its password could not be read from the keychain: %1</source>
        <translation>hifadhi ya funguo haikutoa nywila yake: %1</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCTION</translation>
    </message>
    <message>
        <source>PRODUCTION · %1</source>
        <translation>PRODUCTION · %1</translation>
    </message>
    <message>
        <source>%1: the token has expired</source>
        <translation>%1: tokeni imeisha</translation>
    </message>
    <message numerus="yes">
        <source>%1: the token expires in %n minute(s)</source>
        <translation>
            <numerusform>%1: tokeni itaisha baada ya dakika %n</numerusform>
            <numerusform>%1: tokeni itaisha baada ya dakika %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scenario</name>
    <message>
        <source>Normal</source>
        <translation>Kawaida</translation>
    </message>
    <message>
        <source>Short-lived token (10 s)</source>
        <translation>Tokeni ya muda mfupi (10 s)</translation>
    </message>
    <message>
        <source>Slow answer (3 s)</source>
        <translation>Jibu la polepole (3 s)</translation>
    </message>
    <message>
        <source>Wrong keys (400)</source>
        <translation>Funguo si sahihi (400)</translation>
    </message>
    <message>
        <source>Rate limit (429)</source>
        <translation>Kikomo cha maombi (429)</translation>
    </message>
    <message>
        <source>Firewall page (403)</source>
        <translation>Ukurasa wa ngome (403)</translation>
    </message>
    <message>
        <source>Down (503)</source>
        <translation>Haipatikani (503)</translation>
    </message>
    <message>
        <source>New token ends the old one</source>
        <translation>Tokeni mpya humaliza ya zamani</translation>
    </message>
    <message>
        <source>Token without product (404)</source>
        <translation>Tokeni bila bidhaa (404)</translation>
    </message>
    <message>
        <source>Firewall after 4 quick calls</source>
        <translation>Ngome baada ya maombi 4 ya haraka</translation>
    </message>
</context>
<context>
    <name>SettingsFault</name>
    <message>
        <source>The settings apply only until Tokeni quits: %1 is not an ordinary file. Move it away.</source>
        <translation>Mipangilio itadumu hadi Tokeni ifungwe: %1 si faili ya kawaida. Ihamishe.</translation>
    </message>
    <message>
        <source>The settings apply only until Tokeni quits: %1 can&apos;t be written. Is the disk full, or the file or its folder read-only?</source>
        <translation>Mipangilio itadumu hadi Tokeni ifungwe: %1 haiwezi kuandikwa. Je, diski imejaa, au faili au folda yake ni ya kusomwa tu?</translation>
    </message>
    <message>
        <source>The keychain did not store the proxy&apos;s password: %1. Tokeni keeps it in memory until it quits.</source>
        <translation>Hifadhi ya funguo haikupokea nywila ya proksi: %1. Tokeni inaiweka kwenye kumbukumbu hadi itakapofungwa.</translation>
    </message>
    <message>
        <source>The proxy&apos;s password could not be removed from the keychain: %1.</source>
        <translation>Nywila ya proksi haikuweza kuondolewa kwenye hifadhi ya funguo: %1.</translation>
    </message>
</context>
<context>
    <name>ShownBody</name>
    <message>
        <source>… cut off here: %1 bytes in total</source>
        <translation>… imekatwa hapa: jumla ya baiti %1</translation>
    </message>
</context>
<context>
    <name>Simulator</name>
    <message>
        <source>The simulator runs on this computer only, so its token URL can&apos;t have the host &quot;%1&quot;. Use 127.0.0.1.</source>
        <translation>Kiigizaji huendeshwa kwenye kompyuta hii tu, kwa hivyo URL yake ya tokeni haiwezi kuwa na mwenyeji &quot;%1&quot;. Tumia 127.0.0.1.</translation>
    </message>
    <message>
        <source>The simulator has no certificate, so its token URL must begin with http://.</source>
        <translation>Kiigizaji hakina cheti, kwa hivyo URL yake ya tokeni lazima ianze kwa http://.</translation>
    </message>
    <message>
        <source>Another program is already using port %1, perhaps a tokeni-cli simulator. Stop it, or choose another port in the token URL.</source>
        <translation>Programu nyingine tayari inatumia mlango %1, labda ni kiigizaji cha tokeni-cli. Isimamishe, au chagua mlango mwingine kwenye URL ya tokeni.</translation>
    </message>
    <message>
        <source>The simulator can&apos;t listen on %1, port %2: %3</source>
        <translation>Kiigizaji hakiwezi kusikiliza kwenye %1, mlango %2: %3</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>saa %n</numerusform>
            <numerusform>saa %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>dakika %n</numerusform>
            <numerusform>dakika %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>sekunde %n</numerusform>
            <numerusform>sekunde %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timing</name>
    <message>
        <source>Prepare</source>
        <translation>Maandalizi</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>Kutafuta jina</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Kuunganisha</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Kutuma</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Kusubiri</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Kupakua</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
</context>
<context>
    <name>TlsTrust</name>
    <message>
        <source>%1 contains no certificate</source>
        <translation>%1 haina cheti</translation>
    </message>
    <message>
        <source>it is longer than 4 MiB</source>
        <translation>imezidi MiB 4</translation>
    </message>
</context>
<context>
    <name>TokenUrlRemark</name>
    <message>
        <source>%1 is for other products of Safaricom and takes POST, but Tokeni asks with GET. Daraja&apos;s token path is %2.</source>
        <translation>%1 ni ya bidhaa nyingine za Safaricom na hupokea POST, lakini Tokeni huomba kwa GET. Njia ya tokeni ya Daraja ni %2.</translation>
    </message>
    <message>
        <source>Daraja&apos;s documentation does not have %1. The token path is %2, also for calls of other versions.</source>
        <translation>Hati za Daraja hazina %1. Njia ya tokeni ni %2, hata kwa maombi ya matoleo mengine.</translation>
    </message>
    <message>
        <source>The token path is only %1. Leave out %2 before it.</source>
        <translation>Njia ya tokeni ni %1 tu. Ondoa %2 iliyo kabla yake.</translation>
    </message>
    <message>
        <source>The token path of %1 is %2.</source>
        <translation>Njia ya tokeni ya %1 ni %2.</translation>
    </message>
    <message>
        <source>Tokens for %1 come from %2.</source>
        <translation>Tokeni za %1 hutoka %2.</translation>
    </message>
    <message>
        <source>This is the portal, not the API. The API is at %1 for the sandbox, and at %2 for production.</source>
        <translation>Hii ni tovuti ya wasanidi programu, si API. API iko %1 kwa sandbox, na %2 kwa production.</translation>
    </message>
    <message>
        <source>This is not Daraja but the M-Pesa OpenAPI of other countries. It takes one API key, encrypted with RSA, and no consumer secret, so Tokeni can&apos;t get a token there.</source>
        <translation>Hii si Daraja bali ni M-Pesa OpenAPI ya nchi nyingine. Hupokea ufunguo mmoja wa API, uliosimbwa kwa RSA, bila siri ya mtumiaji, kwa hivyo Tokeni haiwezi kupata tokeni huko.</translation>
    </message>
</context>
<context>
    <name>UnusableEntry</name>
    <message>
        <source>Entry %1</source>
        <translation>Ingizo la %1</translation>
    </message>
    <message>
        <source>Entry “%1”</source>
        <translation>Ingizo “%1”</translation>
    </message>
    <message>
        <source>%1 in %2 can&apos;t be used: %3 It stays in the file, and its keys stay in the keychain. Correct it there, or remove it.</source>
        <translation>%1 la %2 haliwezi kutumika: %3 Linabaki kwenye faili, na funguo zake zinabaki kwenye hifadhi ya funguo. Lisahihishe humo, au liondoe.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A Daraja access token with one click.</source>
        <translation>Tokeni ya Daraja kwa mbofyo mmoja.</translation>
    </message>
    <message>
        <source>Colours for this run: light, dark or system.</source>
        <translation>Rangi za uendeshaji huu: light, dark au system.</translation>
    </message>
    <message>
        <source>Allow debuggers to attach and core files to be written.</source>
        <translation>Ruhusu kitatuzi kuingia na faili za core kuandikwa.</translation>
    </message>
    <message>
        <source>The opposite, for builds that allow debugging by default.</source>
        <translation>Kinyume chake, kwa matoleo yanayoviruhusu kwa kawaida.</translation>
    </message>
    <message>
        <source>Tokeni is already running, but does not respond. If it was stopped in a terminal (Ctrl+Z), resume it with fg. Otherwise end it in the system&apos;s task manager and start it again.</source>
        <translation>Tokeni tayari inaendeshwa, lakini haijibu. Kama ilisitishwa kwenye terminali (Ctrl+Z), iendeleze kwa fg. La sivyo, isimamishe kwenye orodha ya programu za mfumo kisha uianzishe tena.</translation>
    </message>
    <message>
        <source>Tokeni is already running, but can&apos;t be brought to the front, because it is not listening at %1. Switch to its window, or quit it there and start it again.</source>
        <translation>Tokeni tayari inaendeshwa, lakini haiwezi kuletwa mbele, kwa sababu haisikilizi kwenye %1. Nenda kwenye dirisha lake, au itoke humo kisha uianzishe tena.</translation>
    </message>
    <message>
        <source>Starting Tokeni again can&apos;t bring this window to the front. %1</source>
        <translation>Kuianzisha mara ya pili hakuwezi kulileta dirisha hili mbele. %1</translation>
    </message>
</context>
<context>
    <name>tokeni::CaFileRow</name>
    <message>
        <source>CA file</source>
        <translation>Faili ya CA</translation>
    </message>
    <message>
        <source>None: only the system&apos;s authorities are trusted</source>
        <translation>Hakuna: mamlaka za vyeti za mfumo zinatosha</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chagua faili</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>Chagua faili ya CA</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt);;All files (*)</source>
        <translation>Vyeti (*.pem *.crt);;Faili zote (*)</translation>
    </message>
</context>
<context>
    <name>tokeni::ClipboardNotice</name>
    <message>
        <source>Another program</source>
        <translation>Programu nyingine</translation>
    </message>
    <message>
        <source>Clearing the clipboard …</source>
        <translation>Ubao wa kunakili unafutwa …</translation>
    </message>
    <message>
        <source>Cleared the clipboard</source>
        <translation>Ubao wa kunakili umefutwa</translation>
    </message>
    <message>
        <source>Cleared the clipboard: the time was up</source>
        <translation>Ubao wa kunakili umefutwa: muda wake umeisha</translation>
    </message>
    <message>
        <source>%1 put the copied text back, so Tokeni replaced it with a space. Delete the text from that program&apos;s history, or it may come back when Tokeni quits.</source>
        <translation>%1 imerudisha maandishi yaliyonakiliwa, kwa hiyo Tokeni imeweka nafasi tupu mahali pake. Yafute kwenye historia ya programu hiyo, la sivyo huenda yakarudi Tokeni inapofungwa.</translation>
    </message>
    <message>
        <source>%1 keeps putting the copied text back on the clipboard, where it is now. Delete it from that program&apos;s history, then copy something else.</source>
        <translation>%1 inaendelea kurudisha maandishi yaliyonakiliwa kwenye ubao wa kunakili, na sasa yapo hapo. Yafute kwenye historia ya programu hiyo, kisha nakili kitu kingine.</translation>
    </message>
    <message>
        <source>Tokeni removed the copied text from the clipboard, but %1 has the clipboard now and does not respond, so it may have the text too. Copy something else to be sure.</source>
        <translation>Maandishi yaliyonakiliwa yameondolewa, lakini sasa %1 inashikilia ubao wa kunakili na haijibu, kwa hiyo huenda nayo ina maandishi hayo. Nakili kitu kingine ili kuwa na uhakika.</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>programu nyingine</translation>
    </message>
    <message>
        <source>Tokeni removed the copied text from the clipboard. On Wayland this desktop may have kept a copy that only the active window can see: switch to the Tokeni window to clear it, or copy something else.</source>
        <translation>Maandishi yaliyonakiliwa yameondolewa kwenye ubao wa kunakili. Kwenye Wayland mazingira haya ya eneo-kazi huenda yamebakiza nakala ambayo ni dirisha lililo mbele tu linaloweza kuiona: njoo kwenye dirisha la Tokeni nayo itafutwa, au nakili kitu kingine.</translation>
    </message>
    <message>
        <source>PRODUCTION header in the clipboard</source>
        <translation>Kichwa cha PRODUCTION kwenye ubao</translation>
    </message>
</context>
<context>
    <name>tokeni::ConflictNote</name>
    <message>
        <source>nothing</source>
        <translation>hakuna kitu</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Baki na yangu</translation>
    </message>
    <message>
        <source>Use theirs</source>
        <translation>Tumia yao</translation>
    </message>
    <message>
        <source>%1: keep mine</source>
        <translation>%1: baki na yangu</translation>
    </message>
    <message>
        <source>%1: use theirs</source>
        <translation>%1: tumia yao</translation>
    </message>
    <message>
        <source>Another program has changed this while you edited it.</source>
        <translation>Programu nyingine imebadilisha hii ulipokuwa ukiihariri.</translation>
    </message>
    <message>
        <source>Theirs: %1</source>
        <translation>Yao: %1</translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <translation>Yangu: %1</translation>
    </message>
</context>
<context>
    <name>tokeni::CopyAction</name>
    <message>
        <source>No token from %1 · nothing was copied</source>
        <translation>%1 haikutoa tokeni · hakuna kilichonakiliwa</translation>
    </message>
    <message>
        <source>Getting a token from %1 to copy …</source>
        <translation>Inapata tokeni ya %1 ili inakiliwe …</translation>
    </message>
    <message>
        <source>Waiting for another Tokeni that is asking for a token from %1 …</source>
        <translation>Inasubiri Tokeni nyingine inayoomba tokeni ya %1 …</translation>
    </message>
    <message>
        <source>The %1 of %2 was not copied: on Wayland only the active window may use the clipboard. Copy it again in the Tokeni window.</source>
        <translation>%1 ya %2 haikunakiliwa: kwenye Wayland ni dirisha lililo mbele tu linaloweza kutumia ubao wa kunakili. Inakili tena katika dirisha la Tokeni.</translation>
    </message>
    <message>
        <source>The %1 of %2 could not be put on the clipboard. Another program may be using the clipboard: copy it again.</source>
        <translation>Ubao wa kunakili haukupokea %1 ya %2. Huenda programu nyingine inautumia: inakili tena.</translation>
    </message>
    <message>
        <source>Copied the %1 of %2 · the clipboard will be cleared at %3</source>
        <translation>Umenakili %1 kutoka %2 · ubao wa kunakili utajifuta saa %3</translation>
    </message>
    <message>
        <source>Nothing was copied</source>
        <translation>Hakuna kilichonakiliwa</translation>
    </message>
</context>
<context>
    <name>tokeni::CountdownRing</name>
    <message>
        <source>Time left</source>
        <translation>Muda uliosalia</translation>
    </message>
</context>
<context>
    <name>tokeni::DesktopNotices</name>
    <message>
        <source>It expires at %1.</source>
        <translation>Itaisha saa %1.</translation>
    </message>
    <message>
        <source>Renewing failed: %1.</source>
        <translation>Kufanya upya kumeshindikana: %1.</translation>
    </message>
    <message>
        <source>Copying its Bearer header gets a new token first.</source>
        <translation>Kunakili kichwa chake cha Bearer huleta tokeni mpya kwanza.</translation>
    </message>
    <message>
        <source>Tokeni is still running</source>
        <translation>Tokeni bado inaendeshwa</translation>
    </message>
    <message>
        <source>Closing the window leaves it in the tray. To quit it, use its menu there.</source>
        <translation>Kufunga dirisha huiacha kwenye trei. Menyu yake hapo ina Toka.</translation>
    </message>
</context>
<context>
    <name>tokeni::DesktopNotifications</name>
    <message>
        <source>Open Tokeni</source>
        <translation>Fungua Tokeni</translation>
    </message>
    <message>
        <source>Copy Bearer header</source>
        <translation>Nakili kichwa cha Bearer</translation>
    </message>
</context>
<context>
    <name>tokeni::DiagnosisView</name>
    <message>
        <source>Diagnosis</source>
        <translation>Utambuzi wa tatizo</translation>
    </message>
    <message>
        <source>Edit keys</source>
        <translation>Hariri funguo</translation>
    </message>
    <message>
        <source>Open the portal</source>
        <translation>Fungua tovuti</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Jaribu tena</translation>
    </message>
    <message>
        <source>What happened and what to do</source>
        <translation>Kilichotokea na la kufanya</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Nenda kwa %1</translation>
    </message>
    <message>
        <source>Edit environment</source>
        <translation>Hariri mazingira</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Mipangilio</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Nakili ripoti</translation>
    </message>
    <message>
        <source>Use the present token</source>
        <translation>Tumia tokeni iliyopo</translation>
    </message>
    <message>
        <source>Try again in %1 s</source>
        <translation>Jaribu tena baada ya sekunde %1</translation>
    </message>
    <message>
        <source>Try again in %1</source>
        <translation>Jaribu tena baada ya %1</translation>
    </message>
    <message>
        <source>Report the incident</source>
        <translation>Ripoti tukio</translation>
    </message>
</context>
<context>
    <name>tokeni::DraftSaving</name>
    <message>
        <source>%1 has unsaved changes: save or revert them first · nothing was copied</source>
        <translation>%1 ina mabadiliko ambayo hayajahifadhiwa: yahifadhi au yarudishe kwanza · hakuna kilichonakiliwa</translation>
    </message>
</context>
<context>
    <name>tokeni::EmptyView</name>
    <message>
        <source>No environment yet</source>
        <translation>Bado hakuna mazingira</translation>
    </message>
    <message>
        <source>An environment is a place to get tokens from: the simulator, the sandbox, production or a server of your own.</source>
        <translation>Mazingira ni mahali pa kupata tokeni: kiigizaji, sandbox, production au seva yako mwenyewe.</translation>
    </message>
    <message>
        <source>New environment…</source>
        <translation>Mazingira mapya…</translation>
    </message>
    <message>
        <source>Simulator, Sandbox and Production</source>
        <translation>Simulator, Sandbox na Production</translation>
    </message>
    <message>
        <source>Restores the three environments that Tokeni starts with</source>
        <translation>Hurudisha mazingira matatu ya mwanzo</translation>
    </message>
</context>
<context>
    <name>tokeni::EnvironmentActions</name>
    <message>
        <source>Edit…</source>
        <translation>Hariri…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Badilisha jina…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Tengeneza nakala</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Sogeza juu</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Sogeza chini</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Futa…</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Mazingira mapya</translation>
    </message>
    <message>
        <source>Edit environment</source>
        <translation>Hariri mazingira</translation>
    </message>
    <message>
        <source>Rename environment</source>
        <translation>Badilisha jina la mazingira</translation>
    </message>
    <message>
        <source>Created %1, without keys</source>
        <translation>%1 imetengenezwa, bila funguo</translation>
    </message>
    <message>
        <source>Delete environment</source>
        <translation>Futa mazingira</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Ungependa kufuta “%1”?</translation>
    </message>
    <message>
        <source>Its keys and its token are deleted from the keychain too. This can&apos;t be undone.</source>
        <translation>Funguo zake na tokeni yake pia zitaondolewa kwenye hifadhi ya funguo. Kitendo hiki hakiwezi kutenduliwa.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Futa</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Usifute</translation>
    </message>
    <message>
        <source>Deleted %1 and its keys</source>
        <translation>%1 imefutwa pamoja na funguo zake</translation>
    </message>
    <message>
        <source>Restore as environment</source>
        <translation>Rejesha kama mazingira</translation>
    </message>
    <message>
        <source>These keys are deleted from the keychain. This can&apos;t be undone.</source>
        <translation>Funguo hizi zitaondolewa kwenye hifadhi ya funguo. Kitendo hiki hakiwezi kutenduliwa.</translation>
    </message>
    <message>
        <source>Deleted %1, but the keychain may still have its keys: %2. Delete them in the settings, or in the keychain&apos;s own program, which lists them as “%3” and “%4”.</source>
        <translation>%1 imefutwa, lakini huenda hifadhi ya funguo bado ina funguo zake: %2. Zifute kwenye mipangilio, au kwenye programu ya hifadhi ya funguo yenyewe, ambayo inaziorodhesha kama “%3” na “%4”.</translation>
    </message>
    <message>
        <source>Waiting for another Tokeni that is changing the same keychain item, 10 seconds at most …</source>
        <translation>Inasubiri Tokeni nyingine inayobadilisha kitu hicho hicho kwenye hifadhi ya funguo, kwa muda usiozidi sekunde 10 …</translation>
    </message>
    <message>
        <source>The other Tokeni has finished</source>
        <translation>Tokeni ile nyingine imemaliza</translation>
    </message>
    <message>
        <source>Stopped waiting for the other Tokeni</source>
        <translation>Imeacha kusubiri Tokeni ile nyingine</translation>
    </message>
</context>
<context>
    <name>tokeni::EnvironmentDialog</name>
    <message>
        <source>Name</source>
        <translation>Jina</translation>
    </message>
    <message>
        <source>Sandbox: Safaricom&apos;s test system</source>
        <translation>Sandbox: mfumo wa majaribio wa Safaricom</translation>
    </message>
    <message>
        <source>Production: real money</source>
        <translation>Production: pesa halisi</translation>
    </message>
    <message>
        <source>Simulator: on this computer, built in</source>
        <translation>Kiigizaji: kwenye kompyuta hii, cha ndani</translation>
    </message>
    <message>
        <source>Custom: another server</source>
        <translation>Maalum: seva nyingine</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Aina</translation>
    </message>
    <message>
        <source>Token URL</source>
        <translation>URL ya tokeni</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>Faili ya CA</translation>
    </message>
    <message>
        <source>None: only the system&apos;s authorities are trusted</source>
        <translation>Hakuna: mamlaka za vyeti za mfumo zinatosha</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chagua faili</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
    <message>
        <source>Save environment</source>
        <translation>Hifadhi mazingira</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>Chagua faili ya CA</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt);;All files (*)</source>
        <translation>Vyeti (*.pem *.crt);;Faili zote (*)</translation>
    </message>
    <message>
        <source>Discard your changes?</source>
        <translation>Utupe mabadiliko yako?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Tupa</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Endelea kuhariri</translation>
    </message>
</context>
<context>
    <name>tokeni::EnvironmentHeading</name>
    <message>
        <source>real money: every call with this token counts</source>
        <translation>pesa halisi: kila ombi kwa tokeni hii ni la kweli</translation>
    </message>
    <message>
        <source>Environment menu</source>
        <translation>Menyu ya mazingira</translation>
    </message>
    <message>
        <source>Edit, duplicate, move or delete this environment</source>
        <translation>Hariri, tengeneza nakala, sogeza au futa mazingira haya</translation>
    </message>
    <message>
        <source>Daraja, of Safaricom in Kenya</source>
        <translation>Daraja, ya Safaricom nchini Kenya</translation>
    </message>
    <message>
        <source>Safaricom in Ethiopia</source>
        <translation>Safaricom nchini Ethiopia</translation>
    </message>
    <message>
        <source>real money in Ethiopia: every call with this token counts</source>
        <translation>pesa halisi nchini Ethiopia: kila ombi kwa tokeni hii ni la kweli</translation>
    </message>
</context>
<context>
    <name>tokeni::EnvironmentListModel</name>
    <message>
        <source>%1 · built in</source>
        <translation>%1 · cha ndani</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>hakuna tokeni</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>imeisha</translation>
    </message>
    <message>
        <source>unsaved changes</source>
        <translation>mabadiliko hayajahifadhiwa</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>imebadilika</translation>
    </message>
</context>
<context>
    <name>tokeni::EnvironmentPanel</name>
    <message>
        <source>+ New</source>
        <translation>+ Mapya</translation>
    </message>
    <message>
        <source>Find environment (Ctrl+K)</source>
        <translation>Tafuta mazingira (Ctrl+K)</translation>
    </message>
    <message>
        <source>Find environment</source>
        <translation>Tafuta mazingira</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Mazingira mapya</translation>
    </message>
    <message>
        <source>New environment (Ctrl+N)</source>
        <translation>Mazingira mapya (Ctrl+N)</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Mazingira</translation>
    </message>
    <message>
        <source>Tokeni menu</source>
        <translation>Menyu ya Tokeni</translation>
    </message>
    <message>
        <source>Settings, keyboard shortcuts and more</source>
        <translation>Mipangilio, njia za mkato za kibodi na zaidi</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tafuta</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Leta…</translation>
    </message>
    <message>
        <source>Import environments and keys from another program&apos;s file</source>
        <translation>Leta mazingira na funguo kutoka faili ya programu nyingine</translation>
    </message>
</context>
<context>
    <name>tokeni::EnvironmentView</name>
    <message>
        <source>Cancelled · nothing was copied</source>
        <translation>Imeghairiwa · hakuna kilichonakiliwa</translation>
    </message>
    <message>
        <source>The environment %1 no longer exists</source>
        <translation>Mazingira %1 hayapo tena</translation>
    </message>
    <message>
        <source>Got a token from %1</source>
        <translation>%1 imetoa tokeni</translation>
    </message>
    <message>
        <source>Saved the token URL of %1, now at %2</source>
        <translation>URL ya tokeni ya %1 imehifadhiwa, sasa iko %2</translation>
    </message>
    <message>
        <source>Saved the CA file of %1</source>
        <translation>Faili ya CA ya %1 imehifadhiwa</translation>
    </message>
    <message>
        <source>white space around them was removed</source>
        <translation>nafasi tupu mwanzoni na mwishoni zimeondolewa</translation>
    </message>
    <message>
        <source>Saved the keys of %1</source>
        <translation>Funguo za %1 zimehifadhiwa</translation>
    </message>
</context>
<context>
    <name>tokeni::FileImport</name>
    <message>
        <source>Import environments and keys</source>
        <translation>Leta mazingira na funguo</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Faili zote (%1)</translation>
    </message>
    <message>
        <source>Import environments</source>
        <translation>Leta mazingira</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Funga</translation>
    </message>
    <message>
        <source>“%1” already exists, with these keys.</source>
        <translation>“%1” tayari iko hapa, ikiwa na funguo hizi.</translation>
    </message>
    <message>
        <source>“%1” already exists.</source>
        <translation>“%1” tayari iko hapa.</translation>
    </message>
    <message>
        <source>“%1” got keys in the meantime, which were not changed</source>
        <translation>“%1” sasa ina funguo, nazo zimeachwa zilivyo</translation>
    </message>
    <message>
        <source>The keys of “%1” could not be checked</source>
        <translation>Imeshindwa kuangalia funguo za “%1”</translation>
    </message>
    <message numerus="yes">
        <source>Imported %n environment(s), %1 with keys from %2</source>
        <translation>
            <numerusform>Mazingira %n yameletwa, %1 yakiwa na funguo kutoka %2</numerusform>
            <numerusform>Mazingira %n yameletwa, %1 yakiwa na funguo kutoka %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the file until they are in the keychain</source>
        <translation>Tunza faili hadi ziwe kwenye hifadhi ya funguo</translation>
    </message>
    <message>
        <source>Other keys already go into “%1”. Choose another environment.</source>
        <translation>Funguo nyingine tayari zinaingia kwenye “%1”. Chagua mazingira mengine.</translation>
    </message>
    <message>
        <source>Keep the files until they are in the keychain</source>
        <translation>Tunza faili hizo hadi funguo ziwe kwenye hifadhi ya funguo</translation>
    </message>
</context>
<context>
    <name>tokeni::FindBar</name>
    <message>
        <source>Matches</source>
        <translation>Yaliyopatikana</translation>
    </message>
    <message>
        <source>Find in response</source>
        <translation>Tafuta katika jibu</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Lililotangulia</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Lililotangulia (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Linalofuata</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Linalofuata (F3)</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Funga utafutaji</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Funga (Esc)</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Hakuna lililopatikana</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 kati ya %2</translation>
    </message>
</context>
<context>
    <name>tokeni::HeadersTable</name>
    <message>
        <source>Response headers</source>
        <translation>Vichwa vya jibu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Jina</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Thamani</translation>
    </message>
    <message>
        <source>The response headers appear here.</source>
        <translation>Vichwa vya jibu huonekana hapa.</translation>
    </message>
    <message>
        <source>Copied the value of %1</source>
        <translation>Thamani ya %1 imenakiliwa</translation>
    </message>
    <message>
        <source>Copied all headers of the answer</source>
        <translation>Vichwa vyote vya jibu vimenakiliwa</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Nakili thamani</translation>
    </message>
    <message>
        <source>Copy all headers</source>
        <translation>Nakili vichwa vyote</translation>
    </message>
    <message>
        <source>Shown in lower case, however the server wrote them: HTTP makes no difference between the two.</source>
        <translation>Kwa herufi ndogo, vyovyote seva ilivyoyaandika: kwa HTTP maana ni ileile.</translation>
    </message>
</context>
<context>
    <name>tokeni::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Wakati</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Mazingira</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Hali</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Matokeo</translation>
    </message>
</context>
<context>
    <name>tokeni::HistoryView</name>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Futa historia</translation>
    </message>
    <message>
        <source>The last %1 requests appear here, without keys or tokens.</source>
        <translation>Maombi %1 ya mwisho huonekana hapa, bila funguo na tokeni.</translation>
    </message>
    <message numerus="yes">
        <source>Clear the history (%n request(s))?</source>
        <translation>
            <numerusform>Usahau ombi moja la historia?</numerusform>
            <numerusform>Usahau maombi %n ya historia?</numerusform>
        </translation>
    </message>
    <message>
        <source>This can&apos;t be undone. Keys and tokens stay.</source>
        <translation>Hili haliwezi kutenduliwa. Funguo na tokeni hubaki.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Futa</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Usifute</translation>
    </message>
</context>
<context>
    <name>tokeni::ImportDialog</name>
    <message>
        <source>Import environments</source>
        <translation>Leta mazingira</translation>
    </message>
    <message>
        <source>Choose what to import. Keys go into the system keychain.</source>
        <translation>Chagua kile ambacho Tokeni itachukua. Funguo huwekwa kwenye hifadhi ya funguo ya mfumo.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Leta</translation>
    </message>
    <message>
        <source>The file still contains these keys in clear text. Delete the file, or remove the keys from it, when you no longer need it.</source>
        <translation>Faili bado ina funguo hizi kwa maandishi wazi; ifute au uziondoe usipoihitaji tena.</translation>
    </message>
    <message>
        <source>The files still contain these keys in clear text. Delete the files, or remove the keys from them, when you no longer need them.</source>
        <translation>Faili hizo bado zina funguo hizi kwa maandishi wazi; zifute au uziondoe funguo usipozihitaji tena.</translation>
    </message>
    <message>
        <source>There are more files. Tokeni looks at no more than %1 of them, or 32 MiB, at once.</source>
        <translation>Kuna faili zaidi. Tokeni hutazama faili zisizozidi %1, au MiB 32, kwa mara moja.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were left out</source>
        <translation>
            <numerusform>Faili %n imeachwa</numerusform>
            <numerusform>Faili %n zimeachwa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokeni::ImportReading</name>
    <message>
        <source>Reading files</source>
        <translation>Kusoma faili</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Faili zinasomwa…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
</context>
<context>
    <name>tokeni::ImportRow</name>
    <message>
        <source>Add as a new environment</source>
        <translation>Ongeza kama mazingira mapya</translation>
    </message>
    <message>
        <source>Put the keys into “%1”, which has none</source>
        <translation>Weka funguo kwenye “%1”, ambayo haina zozote</translation>
    </message>
    <message>
        <source>Replace the keys of “%1”</source>
        <translation>Badilisha funguo za “%1”</translation>
    </message>
    <message>
        <source>Import “%1”</source>
        <translation>Leta “%1”</translation>
    </message>
    <message>
        <source>Name for “%1”</source>
        <translation>Jina la “%1”</translation>
    </message>
    <message>
        <source>What to do with “%1”</source>
        <translation>Cha kufanya na “%1”</translation>
    </message>
    <message>
        <source>Keys found: %1</source>
        <translation>Funguo zilizopatikana: %1</translation>
    </message>
    <message>
        <source>No keys found</source>
        <translation>Hakuna funguo zilizopatikana</translation>
    </message>
    <message>
        <source>Put the keys into “%1” at %2, which has none</source>
        <translation>Weka funguo kwenye “%1” (%2), ambayo haina zozote</translation>
    </message>
    <message>
        <source>Replace the keys of “%1” at %2</source>
        <translation>Badilisha funguo za “%1” (%2)</translation>
    </message>
    <message>
        <source>In the file: “%1”</source>
        <translation>Kwenye faili: “%1”</translation>
    </message>
    <message>
        <source>In %1: “%2”</source>
        <translation>Kwenye %1: “%2”</translation>
    </message>
    <message>
        <source>Choose what it is for:</source>
        <translation>Chagua ni ya nini:</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>“%1” is for the sandbox</source>
        <translation>“%1” ni ya sandbox</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>“%1” is for production</source>
        <translation>“%1” ni ya production</translation>
    </message>
    <message>
        <source>Not a host of Safaricom&apos;s. The keys would be sent to %1.</source>
        <translation>Hii si seva ya Safaricom. Funguo zingetumwa kwa %1.</translation>
    </message>
    <message>
        <source>First choose what it is for.</source>
        <translation>Kwanza chagua ni ya nini.</translation>
    </message>
</context>
<context>
    <name>tokeni::JsonView</name>
    <message>
        <source>Raw bytes</source>
        <translation>Baiti ghafi</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Ghafi</translation>
    </message>
    <message>
        <source>Show the bytes as received</source>
        <translation>Onyesha baiti kama zilivyokuja</translation>
    </message>
    <message>
        <source>Copied the selected text</source>
        <translation>Maandishi yaliyochaguliwa yamenakiliwa</translation>
    </message>
    <message>
        <source>Copied the selected text, with the token masked</source>
        <translation>Maandishi yaliyochaguliwa yamenakiliwa, tokeni imefichwa</translation>
    </message>
    <message>
        <source>Copied the value, with the token in it masked</source>
        <translation>Thamani imenakiliwa, tokeni iliyomo imefichwa</translation>
    </message>
    <message>
        <source>Copied the value</source>
        <translation>Thamani imenakiliwa</translation>
    </message>
    <message>
        <source>Copied the value of %1</source>
        <translation>Thamani ya %1 imenakiliwa</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Nakili</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Nakili thamani</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Chagua vyote</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Kunjua</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Kunja</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Kunjua vyote</translation>
    </message>
</context>
<context>
    <name>tokeni::KeyRing</name>
    <message>
        <source>what it has under that name is not a pair of keys</source>
        <translation>ilicho nacho chini ya jina hilo si jozi ya funguo</translation>
    </message>
    <message>
        <source>The keychain did not store the keys of %1 (%2)</source>
        <translation>Hifadhi ya funguo haikuzipokea funguo za %1 (%2)</translation>
    </message>
</context>
<context>
    <name>tokeni::KeychainStore</name>
    <message>
        <source>this keychain can&apos;t list its items</source>
        <translation>hifadhi hii ya funguo haiwezi kuorodhesha vitu vyake</translation>
    </message>
</context>
<context>
    <name>tokeni::KeysForm</name>
    <message>
        <source>Consumer key</source>
        <translation>Ufunguo wa mteja</translation>
    </message>
    <message>
        <source>Consumer secret</source>
        <translation>Siri ya mteja</translation>
    </message>
    <message>
        <source>Show consumer key</source>
        <translation>Onyesha ufunguo wa mteja</translation>
    </message>
    <message>
        <source>Show consumer secret</source>
        <translation>Onyesha siri ya mteja</translation>
    </message>
    <message>
        <source>Save keys</source>
        <translation>Hifadhi funguo</translation>
    </message>
    <message>
        <source>Paste the consumer key</source>
        <translation>Bandika ufunguo wa mteja</translation>
    </message>
    <message>
        <source>Paste the consumer secret</source>
        <translation>Bandika siri ya mteja</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Bado haijahifadhiwa</translation>
    </message>
    <message>
        <source>Stored, masked</source>
        <translation>Imehifadhiwa, imefichwa</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Tupu</translation>
    </message>
    <message>
        <source>the system keychain</source>
        <translation>hifadhi ya funguo ya mfumo</translation>
    </message>
    <message>
        <source>the system keychain (%1)</source>
        <translation>hifadhi ya funguo ya mfumo (%1)</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>Inasoma %1 …</translation>
    </message>
    <message>
        <source>Will be kept in %1</source>
        <translation>Zitahifadhiwa kwenye %1</translation>
    </message>
    <message>
        <source>The simulator&apos;s own keys, the same for everybody</source>
        <translation>Funguo za kiigizaji chenyewe, sawa kwa kila mtu</translation>
    </message>
    <message>
        <source>The keychain can&apos;t be read: %1. Keys entered now are kept in memory until Tokeni quits.</source>
        <translation>Imeshindwa kusoma hifadhi ya funguo: %1. Funguo utakazoweka sasa zitakaa kwenye kumbukumbu hadi utoke kwenye Tokeni.</translation>
    </message>
    <message>
        <source>Kept in %1</source>
        <translation>Zimehifadhiwa kwenye %1</translation>
    </message>
    <message>
        <source>Kept in memory until Tokeni quits, because the keychain did not store them: %1</source>
        <translation>Zitakaa kwenye kumbukumbu hadi utoke kwenye Tokeni, kwa sababu hifadhi ya funguo haikuzipokea: %1</translation>
    </message>
    <message>
        <source>white space around them was removed</source>
        <translation>nafasi tupu mwanzoni na mwishoni zimeondolewa</translation>
    </message>
    <message>
        <source>Storing in %1 …</source>
        <translation>Inahifadhi kwenye %1 …</translation>
    </message>
    <message>
        <source>consumer key</source>
        <translation>ufunguo wa mteja</translation>
    </message>
    <message>
        <source>consumer secret</source>
        <translation>siri ya mteja</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>Usisubiri</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Jaribu tena</translation>
    </message>
    <message>
        <source>Do not wait for the keychain</source>
        <translation>Usiisubiri hifadhi ya funguo</translation>
    </message>
    <message>
        <source>Try the keychain again</source>
        <translation>Ijaribu tena hifadhi ya funguo</translation>
    </message>
    <message>
        <source>Continues without the keychain: what you enter is kept in memory</source>
        <translation>Inaendelea bila hifadhi ya funguo: unachoingiza kinawekwa kwenye kumbukumbu</translation>
    </message>
    <message>
        <source>Asks the keychain again, and stores in it what is in memory</source>
        <translation>Inaiuliza tena hifadhi ya funguo, na kuweka humo kilicho kwenye kumbukumbu</translation>
    </message>
    <message>
        <source>What %1 has for this environment is not a pair of keys. Keys saved here replace it.</source>
        <translation>Kilichomo katika %1 kwa mazingira haya si jozi ya funguo. Funguo zitakazohifadhiwa hapa zitachukua nafasi yake.</translation>
    </message>
    <message>
        <source>Kept in %1, which is locked now</source>
        <translation>Zimewekwa katika %1, ambayo sasa imefungwa</translation>
    </message>
    <message numerus="yes">
        <source>The keychain has not answered for %n second(s). It may be asking for its password or permission in another window.</source>
        <translation>
            <numerusform>Hifadhi ya funguo haijajibu kwa sekunde %n. Huenda inaomba nenosiri lake au ruhusa katika dirisha lingine.</numerusform>
            <numerusform>Hifadhi ya funguo haijajibu kwa sekunde %n. Huenda inaomba nenosiri lake au ruhusa katika dirisha lingine.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in memory until Tokeni quits, because the keychain did not store them: %1. It still has the earlier keys.</source>
        <translation>Zitakaa kwenye kumbukumbu hadi utoke kwenye Tokeni, kwa sababu hifadhi ya funguo haikuzipokea: %1. Bado ina funguo za awali.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Rudisha</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Hifadhi</translation>
    </message>
    <message>
        <source>Revert changes</source>
        <translation>Rudisha mabadiliko</translation>
    </message>
    <message>
        <source>Restores the saved URL, CA file and keys</source>
        <translation>Hurudisha URL, faili ya CA na funguo zilizohifadhiwa</translation>
    </message>
    <message>
        <source>Saves the URL, CA file and keys (Ctrl+S)</source>
        <translation>Huhifadhi URL, faili ya CA na funguo (Ctrl+S)</translation>
    </message>
    <message>
        <source>What was copied contains no keys of Daraja</source>
        <translation>Kilichonakiliwa hakina funguo za Daraja</translation>
    </message>
    <message>
        <source>What was pasted has keys of several environments. Paste only those of one, or import the file.</source>
        <translation>Kilichobandikwa kina funguo za mazingira kadhaa. Bandika za moja tu, au leta faili.</translation>
    </message>
    <message>
        <source>What was pasted is for %1, not for “%2”. Check that these are the right keys before you save them.</source>
        <translation>Kilichobandikwa ni cha %1, si cha “%2”. Hakikisha hizi ndizo funguo sahihi kabla ya kuzihifadhi.</translation>
    </message>
</context>
<context>
    <name>tokeni::KindBadge</name>
    <message>
        <source>SIMULATOR</source>
        <translation>KIIGIZAJI</translation>
    </message>
    <message>
        <source>SANDBOX</source>
        <translation>SANDBOX</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCTION</translation>
    </message>
    <message>
        <source>CUSTOM</source>
        <translation>MAALUM</translation>
    </message>
</context>
<context>
    <name>tokeni::MainMenu</name>
    <message>
        <source>Get token</source>
        <translation>Pata tokeni</translation>
    </message>
    <message>
        <source>Copy Bearer header</source>
        <translation>Nakili kichwa cha Bearer</translation>
    </message>
    <message>
        <source>Find environment</source>
        <translation>Tafuta mazingira</translation>
    </message>
    <message>
        <source>New environment…</source>
        <translation>Mazingira mapya…</translation>
    </message>
    <message>
        <source>Find in the response</source>
        <translation>Tafuta kwenye jibu</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Mipangilio…</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Karibu</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Njia za mkato za kibodi</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Toka</translation>
    </message>
    <message>
        <source>Select an environment by its position</source>
        <translation>Chagua mazingira kwa nafasi yake</translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+9</source>
        <translation>Ctrl+1 hadi Ctrl+9</translation>
    </message>
    <message>
        <source>Delete the environment, in the list</source>
        <translation>Futa mazingira, ukiwa kwenye orodha</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Leta kutoka faili…</translation>
    </message>
    <message>
        <source>Show a view of the response</source>
        <translation>Onyesha mwonekano wa jibu</translation>
    </message>
    <message>
        <source>Alt+1 to Alt+5</source>
        <translation>Alt+1 hadi Alt+5</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Hifadhi mabadiliko</translation>
    </message>
    <message>
        <source>Paste keys</source>
        <translation>Bandika funguo</translation>
    </message>
</context>
<context>
    <name>tokeni::OrphanList</name>
    <message>
        <source>The keychain holds these for environments that are no longer in the list.</source>
        <translation>Hifadhi ya funguo ina hizi za mazingira ambayo hayamo tena kwenye orodha.</translation>
    </message>
    <message>
        <source>And %1 more</source>
        <translation>Na %1 zaidi</translation>
    </message>
    <message>
        <source>%1: keys and token</source>
        <translation>%1: funguo na tokeni</translation>
    </message>
    <message>
        <source>%1: keys</source>
        <translation>%1: funguo</translation>
    </message>
    <message>
        <source>%1: token</source>
        <translation>%1: tokeni</translation>
    </message>
    <message>
        <source>Restore as environment…</source>
        <translation>Rejesha kama mazingira…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Futa…</translation>
    </message>
</context>
<context>
    <name>tokeni::ProductionGuard</name>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>“%1” is PRODUCTION: every call made with its token moves real money.</source>
        <translation>“%1” ni PRODUCTION: kila ombi linalotumwa kwa tokeni yake huhamisha pesa halisi.</translation>
    </message>
    <message>
        <source>Don&apos;t ask again for this environment</source>
        <translation>Usiulize tena kwa mazingira haya</translation>
    </message>
    <message>
        <source>Use production</source>
        <translation>Tumia production</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
    <message>
        <source>Answer the open question first</source>
        <translation>Jibu kwanza swali lililo wazi</translation>
    </message>
    <message>
        <source>The keys of “%1” were for %2 until now. They would go to %3.</source>
        <translation>Funguo za “%1” zilikuwa za %2 hadi sasa. Zitapelekwa kwa %3.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Seva nyingine</translation>
    </message>
    <message>
        <source>Use the other server</source>
        <translation>Tumia seva nyingine</translation>
    </message>
    <message>
        <source>Production was not used · nothing was copied</source>
        <translation>Production haikuguswa · hakuna kilichonakiliwa</translation>
    </message>
    <message>
        <source>The server was not changed</source>
        <translation>Seva haikubadilishwa</translation>
    </message>
    <message>
        <source>“%1” is PRODUCTION in Ethiopia: every call made with its token moves real money.</source>
        <translation>“%1” ni PRODUCTION ya Ethiopia: kila ombi linalotumwa kwa tokeni yake huhamisha pesa halisi.</translation>
    </message>
</context>
<context>
    <name>tokeni::QuitQuestion</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n zaidi</numerusform>
            <numerusform>%n zaidi</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Mabadiliko hayajahifadhiwa</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Ungependa kuhifadhi mabadiliko ya %1?</translation>
    </message>
    <message>
        <source>The token URL, CA file and keys that you typed are lost if Tokeni quits without saving them.</source>
        <translation>URL ya tokeni, faili ya CA na funguo ulizoandika zitapotea Tokeni ikitoka bila kuzihifadhi.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Hifadhi</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Tupa</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
    <message>
        <source>The keychain did not store the keys (%1). Quit again to quit without saving them.</source>
        <translation>Hifadhi ya funguo haikuzichukua funguo (%1). Toka tena ili kuondoka bila hizo.</translation>
    </message>
</context>
<context>
    <name>tokeni::Renewal</name>
    <message>
        <source>Safaricom&apos;s documentation says that each request ends the token before: a server using the same keys would have to ask again.</source>
        <translation>Hati za Safaricom zinasema kila ombi humaliza tokeni iliyotangulia: seva inayotumia funguo hizo hizo ingelazimika kuomba tena.</translation>
    </message>
</context>
<context>
    <name>tokeni::RenewalRow</name>
    <message>
        <source>Renew automatically before it expires</source>
        <translation>Fanya upya yenyewe kabla haijaisha</translation>
    </message>
    <message>
        <source>Renew automatically</source>
        <translation>Fanya upya yenyewe</translation>
    </message>
    <message>
        <source>While Tokeni runs, the next token is fetched a minute before this one expires.</source>
        <translation>Tokeni ikiendeshwa, tokeni inayofuata huletwa dakika moja kabla hii haijaisha.</translation>
    </message>
    <message>
        <source>Renewing failed: %1. Next try at %2.</source>
        <translation>Kufanya upya kumeshindikana: %1. Itajaribu tena saa %2.</translation>
    </message>
    <message>
        <source>Renewing stopped: %1.</source>
        <translation>Kufanya upya kumesimama: %1.</translation>
    </message>
    <message>
        <source>Getting the next token …</source>
        <translation>Inaleta tokeni inayofuata …</translation>
    </message>
    <message>
        <source>The next token is fetched at %1.</source>
        <translation>Tokeni inayofuata itakuja saa %1.</translation>
    </message>
</context>
<context>
    <name>tokeni::RequestPanel</name>
    <message>
        <source>Get token</source>
        <translation>Pata tokeni</translation>
    </message>
    <message>
        <source>Ask for a new token (Ctrl+Return)</source>
        <translation>Omba tokeni mpya (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Token URL</source>
        <translation>URL ya tokeni</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>Ghairi ombi</translation>
    </message>
</context>
<context>
    <name>tokeni::ResponseView</name>
    <message>
        <source>no answer</source>
        <translation>hakuna jibu</translation>
    </message>
    <message>
        <source>Response status</source>
        <translation>Hali ya jibu</translation>
    </message>
    <message>
        <source>Response body</source>
        <translation>Mwili wa jibu</translation>
    </message>
    <message>
        <source>The response appears here.</source>
        <translation>Jibu huonekana hapa.</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>Ombi lililotumwa</translation>
    </message>
    <message>
        <source>The request appears here as it was sent.</source>
        <translation>Ombi huonekana hapa kama lilivyotumwa.</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Jibu</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Vichwa</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>ms %1</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>B %1</translation>
    </message>
    <message>
        <source>Views of the response</source>
        <translation>Sehemu za jibu</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Muda</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Tafuta…</translation>
    </message>
    <message>
        <source>No answer was received.</source>
        <translation>Hakuna jibu lililokuja.</translation>
    </message>
    <message>
        <source>The answer has no body.</source>
        <translation>Jibu halina mwili.</translation>
    </message>
    <message>
        <source>no status</source>
        <translation>hakuna hali</translation>
    </message>
    <message>
        <source>What was received can&apos;t be shown.</source>
        <translation>Kilichokuja hakiwezi kuonyeshwa.</translation>
    </message>
</context>
<context>
    <name>tokeni::SecretField</name>
    <message>
        <source>Cut</source>
        <translation>Kata</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Nakili</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Bandika</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Chagua vyote</translation>
    </message>
</context>
<context>
    <name>tokeni::SettingsDialog</name>
    <message>
        <source>Notify 5 minutes before a token ends, and at its end</source>
        <translation>Arifu dakika 5 kabla ya tokeni kuisha, na inapoisha</translation>
    </message>
    <message>
        <source>Show Tokeni in the tray</source>
        <translation>Onyesha Tokeni kwenye trei</translation>
    </message>
    <message>
        <source>Closing the window keeps Tokeni in the tray</source>
        <translation>Kufunga dirisha huacha Tokeni kwenye trei</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Mipangilio</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Ghairi</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>Hifadhi mipangilio</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Kama mfumo</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Mwanga</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Giza</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Rangi</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lugha</translation>
    </message>
    <message>
        <source>Takes effect after a restart.</source>
        <translation>Lugha nyingine itatumika utakapofungua Tokeni tena.</translation>
    </message>
    <message>
        <source> seconds</source>
        <translation> sekunde</translation>
    </message>
    <message>
        <source>Renew below</source>
        <translation>Fanya upya chini ya</translation>
    </message>
    <message>
        <source>If a token has less time left, copying it gets a new one first. For short-lived tokens, the limit is a quarter of their lifetime.</source>
        <translation>Ukinakili tokeni iliyosalia na muda mfupi kuliko huu, mpya hupatikana kwanza. Kwa tokeni za muda mfupi, robo ya muda wake ndiyo huhesabiwa.</translation>
    </message>
    <message>
        <source>When the token expires</source>
        <translation>Tokeni inapoisha</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>Baada ya %1</translation>
    </message>
    <message>
        <source>Clear the clipboard</source>
        <translation>Futa ubao wa kunakili</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>Eneo-kazi hili halionyeshi trei.</translation>
    </message>
    <message>
        <source>While Tokeni runs</source>
        <translation>Inapofanya kazi</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Hakuna</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>Proksi ya HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5 proxy</source>
        <translation>Proksi ya SOCKS 5</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proksi</translation>
    </message>
    <message>
        <source>Proxy host</source>
        <translation>Mwenyeji wa proksi</translation>
    </message>
    <message>
        <source>Proxy port</source>
        <translation>Mlango wa proksi</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s host.</source>
        <translation>Weka mwenyeji wa proksi.</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Nywila ya proksi</translation>
    </message>
    <message>
        <source>User, if required</source>
        <translation>Mtumiaji, akihitajika</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Mtumiaji wa proksi</translation>
    </message>
    <message>
        <source>The password is kept in the system keychain.</source>
        <translation>Nywila inawekwa kwenye hifadhi ya funguo ya mfumo.</translation>
    </message>
    <message>
        <source>Password, unchanged</source>
        <translation>Nywila, haijabadilika</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Nywila</translation>
    </message>
</context>
<context>
    <name>tokeni::ShortcutsDialog</name>
    <message>
        <source> or </source>
        <translation> au </translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Njia za mkato za kibodi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Funga</translation>
    </message>
</context>
<context>
    <name>tokeni::SimulatorRow</name>
    <message>
        <source>Scenario</source>
        <translation>Hali</translation>
    </message>
    <message>
        <source>Its keys: %1 and %2</source>
        <translation>Funguo zake: %1 na %2</translation>
    </message>
</context>
<context>
    <name>tokeni::StatusLine</name>
    <message>
        <source>Message</source>
        <translation>Ujumbe</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Ubao wa kunakili</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation>Futa sasa</translation>
    </message>
    <message>
        <source>Clear the clipboard now</source>
        <translation>Futa ubao wa kunakili sasa</translation>
    </message>
    <message>
        <source>Undo the change</source>
        <translation>Tendua badiliko</translation>
    </message>
    <message>
        <source>Takes back the last change</source>
        <translation>Hurudisha badiliko la mwisho</translation>
    </message>
</context>
<context>
    <name>tokeni::TimingView</name>
    <message>
        <source>%1 ms</source>
        <translation>ms %1</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Muda</translation>
    </message>
    <message>
        <source>The timing of the request appears here.</source>
        <translation>Jinsi muda wa ombi ulivyotumika huonekana hapa.</translation>
    </message>
    <message>
        <source>%1: cut off after %2</source>
        <translation>%1: imekatika baada ya %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Total: %1</source>
        <translation>Jumla: %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Jumla</translation>
    </message>
</context>
<context>
    <name>tokeni::TokenPanel</name>
    <message>
        <source>Ready-made header</source>
        <translation>Kichwa kilicho tayari</translation>
    </message>
    <message>
        <source>Bearer header</source>
        <translation>Kichwa cha Bearer</translation>
    </message>
    <message>
        <source>Show token</source>
        <translation>Onyesha tokeni</translation>
    </message>
    <message>
        <source>Copy Bearer header</source>
        <translation>Nakili kichwa cha Bearer</translation>
    </message>
    <message>
        <source>Copy “Authorization: Bearer …” (Ctrl+Shift+C)</source>
        <translation>Nakili “Authorization: Bearer …” (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Nakili tokeni</translation>
    </message>
    <message>
        <source>Copy the token alone</source>
        <translation>Nakili tokeni pekee</translation>
    </message>
    <message>
        <source>Copy as… ▾</source>
        <translation>Nakili kama… ▾</translation>
    </message>
    <message>
        <source>Copy as…</source>
        <translation>Nakili kama…</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hadi %1</translation>
    </message>
    <message>
        <source>%1 left, until %2</source>
        <translation>Muda uliosalia: %1, hadi %2</translation>
    </message>
    <message>
        <source>asking …</source>
        <translation>inaomba …</translation>
    </message>
    <message>
        <source>Asking for a token</source>
        <translation>Inaomba tokeni</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>imeisha</translation>
    </message>
    <message>
        <source>The token has expired</source>
        <translation>Muda wa tokeni umeisha</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>bila tokeni</translation>
    </message>
    <message>
        <source>There is no token</source>
        <translation>Hakuna tokeni</translation>
    </message>
    <message>
        <source>The answer did not say how long the token is valid: one hour is assumed.</source>
        <translation>Jibu halikusema tokeni hudumu kwa muda gani: imechukuliwa kuwa saa moja.</translation>
    </message>
    <message>
        <source>Copying gets a new token first.</source>
        <translation>Ukinakili, tokeni mpya hupatikana kwanza.</translation>
    </message>
    <message>
        <source>waiting …</source>
        <translation>inasubiri …</translation>
    </message>
    <message>
        <source>Waiting for another Tokeni that is asking for this token</source>
        <translation>Inasubiri Tokeni nyingine inayoomba tokeni hii</translation>
    </message>
    <message>
        <source>Copied the report: it contains no keys and no token</source>
        <translation>Ripoti imenakiliwa: haina ufunguo wala tokeni</translation>
    </message>
    <message>
        <source>Not in the keychain (%1): a new token is needed after a restart or for tokeni-cli.</source>
        <translation>Haiko kwenye hifadhi ya funguo (%1): Tokeni ikianzishwa upya, au tokeni-cli, itapata tokeni mpya.</translation>
    </message>
    <message>
        <source>A token does not prove that the app has a product such as M-Pesa Express: without it, the next call is refused with 404.001.03.</source>
        <translation>Tokeni haithibitishi kuwa programu ina huduma kama M-Pesa Express: bila hiyo, ombi linalofuata hukataliwa kwa 404.001.03.</translation>
    </message>
    <message>
        <source>Perhaps ended: %1 got a newer token with the same keys at %2.</source>
        <translation>Huenda imeisha: %1 ilipata tokeni mpya zaidi kwa funguo hizo hizo saa %2.</translation>
    </message>
</context>
<context>
    <name>tokeni::TokenUrlNote</name>
    <message>
        <source>Use %1</source>
        <translation>Tumia %1</translation>
    </message>
</context>
<context>
    <name>tokeni::Tray</name>
    <message>
        <source>More in the window …</source>
        <translation>Zaidi kwenye dirisha …</translation>
    </message>
    <message>
        <source>Open Tokeni</source>
        <translation>Fungua Tokeni</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Toka</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>hakuna tokeni</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>imeisha</translation>
    </message>
    <message>
        <source>Copy Bearer header of &amp;%1 · %2</source>
        <translation>Nakili kichwa cha Bearer cha &amp;%1 · %2</translation>
    </message>
    <message>
        <source>%1: expired</source>
        <translation>%1: imeisha</translation>
    </message>
    <message>
        <source>%1: no token</source>
        <translation>%1: hakuna tokeni</translation>
    </message>
    <message>
        <source>%1: token until %2</source>
        <translation>%1: tokeni hadi %2</translation>
    </message>
    <message>
        <source>unsaved changes</source>
        <translation>mabadiliko hayajahifadhiwa</translation>
    </message>
</context>
<context>
    <name>tokeni::Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>Karibu</translation>
    </message>
    <message>
        <source>Welcome to Tokeni</source>
        <translation>Karibu kwenye Tokeni</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Ruka</translation>
    </message>
    <message>
        <source>Skip the welcome</source>
        <translation>Ruka makaribisho</translation>
    </message>
    <message>
        <source>Try the simulator</source>
        <translation>Jaribu kiigizaji</translation>
    </message>
    <message>
        <source>Copy the header</source>
        <translation>Nakili kichwa</translation>
    </message>
    <message>
        <source>Paste your keys</source>
        <translation>Bandika funguo zako</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Imekamilika</translation>
    </message>
</context>
</TS>
