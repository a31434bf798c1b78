# SPDX-License-Identifier: Apache-2.0
#
# The detection script of the Intune app: the app is there when the collection service has this very PC.
# Intune takes an exit code of 0 with something written as "detected"; docs/intune-win32-app.md has the steps.

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$Path = Join-Path -Path $env:ProgramData -ChildPath 'hwhash\outbox\last.json'
if (-not (Test-Path -LiteralPath $Path -PathType Leaf)) {
    exit 0
}
try {
    $Last = Get-Content -LiteralPath $Path -Raw -Encoding UTF8 | ConvertFrom-Json
    # The file may have come with an image that was taken of another PC.
    $Serial = ([string] (Get-CimInstance -ClassName Win32_BIOS).SerialNumber).Trim()
    if ($Last.state -ceq 'received' -and ($Serial -eq '' -or $Last.serialNumber -ceq $Serial)) {
        Write-Output -InputObject 'the collection service has this PC'
    }
    exit 0
}
catch {
    exit 1
}
