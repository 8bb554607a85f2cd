/** What `tokenboard doctor` finds, with advice. Loaded by that command alone. */
export const doctor = {
  'doctor.area.folder': 'Data folder',
  'doctor.area.files': 'Files',
  'doctor.area.owner': 'Running Tokenboard',
  'doctor.area.secrets': 'Secrets',
  'doctor.area.proxy': 'Proxy',
  'doctor.area.certificates': 'Certificates',
  'doctor.area.network': 'Network',
  'doctor.area.clock': 'Clock',
  'doctor.area.windows': 'Windows',
  'doctor.area.feeds': 'Feeds',
  'doctor.area.service': 'Service',
  'doctor.well': 'Nothing is wrong.',
  'doctor.count':
    '{failures, plural, =0 {No failures} one {# failure} other {# failures}}, {warnings, plural, =0 {no warnings} one {# warning} other {# warnings}}.',
  'doctor.unexpected': 'This check itself failed: {where}',
  'doctor.unexpected.advice': 'Report this line as an error of Tokenboard.',

  'doctor.folder.missing': '{folder} does not exist yet. The first start creates it.',
  'doctor.folder.writable': '{folder} can be read and written.',
  'doctor.folder.unusable.advice': 'Correct that, or choose another folder with --data or TOKENBOARD_DATA.',
  'doctor.folder.owner': '{folder} belongs to another account, which may be unable to read what you write there.',
  'doctor.folder.owner.advice': 'Run Tokenboard as the account that owns the folder, not with sudo.',
  'doctor.folder.modes': 'Only your account can read the folder.',
  'doctor.folder.noModes': 'This file system keeps no permissions, so other accounts may read the folder.',
  'doctor.folder.noModes.advice': 'Move the folder to a file system of this computer with permissions.',
  'doctor.folder.othersWrite':
    'Other accounts of this computer can change the folder, and so take over your connections.',
  'doctor.folder.othersRead': 'Other accounts of this computer can list the folder.',
  'doctor.folder.othersReadFiles':
    'Other accounts of this computer can read {count, plural, one {the file {file}} other {# files, such as {file}}}.',
  'doctor.folder.modes.advice': 'Run: {command}',
  'doctor.folder.space': '{size, number} MiB are free.',
  'doctor.folder.little': 'Only {size, number} MiB are free.',
  'doctor.folder.full': 'The disk is full: new tokens cannot be stored.',
  'doctor.folder.space.advice': 'Free some space on the disk of the data folder.',
  'doctor.folder.network':
    'The folder is on a network or shared file system ({name}), where locks of other computers may be missed.',
  'doctor.folder.network.advice': 'Let one computer use the folder at a time, or move it to a disk of this computer.',
  'doctor.folder.socket': 'This file system has no sockets ({code}), so commands cannot find a running Tokenboard.',
  'doctor.folder.socket.advice': 'Move the folder to a disk of this computer.',
  'doctor.folder.leftovers':
    '{count, plural, one {# temporary file is} other {# temporary files are}} left of an earlier run.',
  'doctor.folder.aside': '{count, plural, one {# file was} other {# files were}} damaged earlier and kept: {file}.',
  'doctor.folder.aside.advice': 'Take from it what you need, then delete it.',

  'doctor.files.read':
    'All files can be read: {connections, plural, one {# connection} other {# connections}}, {resources, plural, one {# resource} other {# resources}}.',
  'doctor.files.unreadable.advice': 'Make the file readable for your account.',

  'doctor.owner.runs': 'Tokenboard {version} runs (process {pid}) and responds.',
  'doctor.owner.version.advice': 'This command is version {version}. Restart Tokenboard, or use its own command.',
  'doctor.owner.none': 'No Tokenboard uses the folder.',
  'doctor.owner.crashed':
    'No Tokenboard uses the folder. An earlier one ended without releasing it; the next start does.',
  'doctor.owner.silent.advice': 'End that process. Then start Tokenboard again.',
  'doctor.owner.elsewhere': 'The computer {computer} uses the folder.',
  'doctor.owner.elsewhere.advice': 'Close Tokenboard there. If that computer crashed, wait a minute.',

  'doctor.secrets.keychain': 'The keychain stores and returns a value.',
  'doctor.secrets.noneNeeded': '{reason} None is needed: a passphrase encrypts the secrets.',
  'doctor.secrets.memoryOnly': '{reason} New secrets would be lost when Tokenboard ends.',
  'doctor.secrets.key.advice':
    'Set TOKENBOARD_KEY to a passphrase, or install a keychain (Linux: gnome-keyring or KWallet).',
  'doctor.secrets.unreachable':
    '{reason} {count, plural, one {# stored secret} other {# stored secrets}} cannot be read without it.',
  'doctor.secrets.keychain.advice': 'Unlock the keychain, or log in to the desktop whose keychain has the key.',
  'doctor.secrets.passphrase': 'TOKENBOARD_KEY is the right passphrase.',
  'doctor.secrets.wrongKey': 'TOKENBOARD_KEY is not the passphrase of this folder.',
  'doctor.secrets.wrongKey.advice': 'Set the passphrase that the folder was used with. Nothing is deleted meanwhile.',
  'doctor.secrets.locked':
    'A passphrase encrypts the secrets. Commands that find no running Tokenboard cannot read them.',
  'doctor.secrets.locked.advice': 'Set TOKENBOARD_KEY, or open Tokenboard and enter the passphrase.',
  'doctor.secrets.askedAtStart': 'A passphrase encrypts the secrets. The running Tokenboard has it, or asks for it.',
  'doctor.secrets.files': '{count, plural, one {# secret is} other {# secrets are}} stored.',
  'doctor.secrets.damaged': '{count, plural, one {# stored secret is} other {# stored secrets are}} damaged.',
  'doctor.secrets.otherKey':
    '{count, plural, one {# stored secret is} other {# stored secrets are}} encrypted with a key that is gone.',
  'doctor.secrets.again': 'Enter these secrets again, or log in again. The files are kept.',
  'doctor.secrets.folder': '{folder} cannot be read ({code}).',

  'doctor.proxy.none': 'No proxy is set in the settings or the environment.',
  'doctor.proxy.refused': 'The settings say to use no proxy.',
  'doctor.proxy.unreadable': 'The address of the proxy in the settings cannot be read.',
  'doctor.proxy.settings.advice': 'Correct it in Settings, Network.',
  'doctor.proxy.noPassword': 'The password of the proxy cannot be read here.',
  'doctor.proxy.environment.advice':
    'Correct the variable where it is set. NO_PROXY lists hosts to reach without the proxy.',
  'doctor.proxy.allProxy': 'Only ALL_PROXY is set, which Tokenboard does not use.',
  'doctor.proxy.allProxy.advice': 'Set HTTPS_PROXY, and HTTP_PROXY for http.',
  'doctor.proxy.answers': 'The proxy {address} accepts connections.',
  'doctor.proxy.silent': 'The proxy {address} accepts no connections ({code}).',
  'doctor.proxy.silent.advice': 'Check the address with your administrator. Outside of its network, use no proxy.',

  'doctor.certificates.system': 'The system trusts {count, plural, one {# authority} other {# authorities}}.',
  'doctor.certificates.noSystem': 'The system has no list of trusted authorities. Only those of Node are trusted.',
  'doctor.certificates.noSystem.advice': 'Install ca-certificates.',
  'doctor.certificates.added':
    '{count, plural, one {# authority of your own is} other {# authorities of your own are}} valid.',
  'doctor.certificates.valid': 'The certificate “{name}” is valid until {day}.',
  'doctor.certificates.expired': 'The certificate “{name}” expired on {day}.',
  'doctor.certificates.expires': 'The certificate “{name}” expires on {day}.',
  'doctor.certificates.expired.advice': 'Add its successor in Settings, Network, and remove this one.',
  'doctor.certificates.extra':
    'NODE_EXTRA_CA_CERTS adds {count, plural, one {# authority} other {# authorities}} from {file}.',
  'doctor.certificates.extraNone': '{file} (NODE_EXTRA_CA_CERTS) has no certificate.',
  'doctor.certificates.extraUnreadable': '{file} (NODE_EXTRA_CA_CERTS) cannot be read.',
  'doctor.certificates.extra.advice': 'Correct the file, or unset the variable. The file holds certificates as PEM.',

  'doctor.network.none': 'No connection or resource names a host yet.',
  'doctor.network.notAsked':
    '{count, plural, one {# host was} other {# hosts were}} not asked. Use --network to ask the hosts of your connections and resources.',
  'doctor.network.host': '{host} responds (status {status}).',
  'doctor.network.certificate.advice':
    'If your company inspects connections, add its authority in Settings, Network. Otherwise do not trust this host.',
  'doctor.network.dns.advice': 'Check the network and the host’s name. Some hosts need a VPN.',
  'doctor.network.advice': 'Try again later. If only this host fails, its service is down or blocked.',

  'doctor.clock.files': 'No file of the folder is from the future.',
  'doctor.clock.past':
    'This computer’s clock is {minutes, plural, one {# minute} other {# minutes}} behind a file of the data folder.',
  'doctor.clock.server': 'The clock agrees with that of {host}.',
  'doctor.clock.ahead':
    'This computer’s clock is {minutes, plural, one {# minute} other {# minutes}} ahead of {host}. Tokens look expired too early.',
  'doctor.clock.behind':
    'This computer’s clock is {minutes, plural, one {# minute} other {# minutes}} behind {host}. Tokens expire before they are renewed.',
  'doctor.clock.advice': 'Let the system set its clock (NTP).',

  'doctor.windows.display': 'Windows can be shown.',
  'doctor.windows.noDisplay': 'There is no display: a login shows an address to open in a browser anywhere.',
  'doctor.windows.electron': 'Login windows are Electron’s ({version}).',
  'doctor.windows.browser': 'Login windows use {path}.',
  'doctor.windows.noBrowser':
    'No Chromium, Chrome or Edge was found for login windows. Logins by the system browser still work.',
  'doctor.windows.noBrowser.advice': 'Install one, or name one in TOKENBOARD_BROWSER.',
  'doctor.windows.notThere': '{path} (TOKENBOARD_BROWSER) does not exist.',
  'doctor.windows.notExecutable': '{path} cannot be executed.',
  'doctor.windows.chosen.advice': 'Name another browser in TOKENBOARD_BROWSER, or unset it.',

  'doctor.feeds.off': 'Nothing is published.',
  'doctor.feeds.offWith':
    '{count, plural, one {# feed is} other {# feeds are}} defined, but the server of the feeds is off.',
  'doctor.feeds.offWith.advice': '“tokenboard feeds on” turns it on. “tokenboard serve” serves feeds in any case.',
  'doctor.feeds.runs': 'Readers reach the feeds at {origin}.',
  'doctor.feeds.starting': 'The running Tokenboard does not serve the feeds yet.',
  'doctor.feeds.server.advice': 'Correct that in Settings, Feeds. Then turn the server off and on.',
  'doctor.feeds.free': 'Port {port} is free. Readers reach feeds while Tokenboard or “tokenboard serve” runs.',
  'doctor.feeds.portInUse': 'Another program uses the port {port} of the feeds.',
  'doctor.feeds.cannotListen': 'Nothing can listen at {address} ({code}).',
  'doctor.feeds.port.advice': 'End that program, or choose another port: dashboards then need the new address.',
  'doctor.feeds.address': 'The feeds’ address {address} belongs to this computer.',
  'doctor.feeds.addressGone': 'The feeds’ address {address} no longer belongs to this computer.',
  'doctor.feeds.addressGone.advice':
    'Choose an address of now in Settings, Feeds, or have the router keep the old one.',
  'doctor.feeds.plain': 'The feeds are to be on the network, but nothing encrypts them.',
  'doctor.feeds.plain.advice':
    'Choose an encryption in Settings, Feeds, or accept there that keys are readable on the way.',
  'doctor.feeds.noCertificate': 'The imported certificate of the feeds cannot be read here.',
  'doctor.feeds.imported.advice': 'Import a certificate in Settings, Feeds.',
  'doctor.feeds.own.advice': 'Start Tokenboard: it renews its own certificates.',
  'doctor.feeds.noKey': 'The feed {name} has no valid key, so nobody can read it.',
  'doctor.feeds.noKey.advice': 'Run: tokenboard keys create {name}',
  'doctor.feeds.noResource': 'The resource of the feed {name} was deleted.',
  'doctor.feeds.noResource.advice': 'Run: tokenboard feeds unpublish {name}',

  'doctor.service.none': 'No service is installed.',
  'doctor.service.runs': 'The service {path} runs.',
  'doctor.service.stopped': 'The service {path} does not run.',
  'doctor.service.stopped.advice': 'See why: {command}',
  'doctor.service.gone': 'The service {path} starts {program}, which does not exist any more.',
  'doctor.service.gone.advice': 'Run “tokenboard install-service” again.',
} as const;
