# SPDX-License-Identifier: Apache-2.0
#
# The detection script of an Intune remediation: sends this PC to the collection service, unless the service has it.
# It writes one line of JSON without hash, serial number or name. It ends with 0, and after any failure with 1.
# Set the two values below before you upload it; docs/remediation.md has the steps.

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Continue'

$Service = 'https://hwhash.contoso.com'
# ProgramW6432 is C:\Program Files in a 32-bit PowerShell too.
$Folder = Join-Path -Path $env:ProgramW6432 -ChildPath 'hwhash'

$Program = 'hwhash.exe', 'hwhash.cmd' |
    ForEach-Object -Process { Join-Path -Path $Folder -ChildPath $_ } |
    Where-Object -FilterScript { Test-Path -LiteralPath $_ -PathType Leaf } |
    Select-Object -First 1

$ExitCode = $null
$Problems = 'program-missing'
if ($Program) {
    try {
        $Lines = @(& $Program collect --upload $Service --once 2>&1 | ForEach-Object -Process { [string] $_ })
        $ExitCode = $LASTEXITCODE
        # The ids alone: the words behind them may name this PC.
        $Ids = @($Lines |
            Where-Object -FilterScript { $_ -cmatch '^hwhash: error [a-z0-9-]+: ' } |
            ForEach-Object -Process { ($_ -csplit '[ :]+')[2] } |
            Select-Object -Unique -First 10)
        $Problems = $Ids -join ' '
    }
    catch {
        $Problems = 'program-not-started'
    }
}

Write-Output -InputObject (ConvertTo-Json -Compress -InputObject ([ordered]@{
            exitCode = $ExitCode
            problems = $Problems
        }))
if ($ExitCode -eq 0) {
    exit 0
}
exit 1
