# SPDX-License-Identifier: Apache-2.0
# Installs the MSI without a window, runs hwhash as somebody would on that PC, looks at its data folder and removes it.
# Elevated, on a PC without hwhash:  try-msi.ps1 C:\path\hwhash-1.2.3-x64.msi
param([Parameter(Mandatory)][string] $Msi)
$ErrorActionPreference = 'Stop'
$programs = Join-Path $env:ProgramFiles 'hwhash'
$data = Join-Path $env:ProgramData 'hwhash'

function Check([bool] $holds, [string] $words) {
    if (-not $holds) { throw "does not hold: $words" }
    Write-Host "holds: $words"
}

function Install([string] $action) {
    $log = Join-Path $env:TEMP "hwhash-msi$action.log"
    $run = Start-Process msiexec.exe -ArgumentList $action, "`"$Msi`"", '/qn', '/norestart', '/l*v', "`"$log`"" -Wait -PassThru
    if ($run.ExitCode -ne 0) { Get-Content $log -Tail 60 | Write-Host }
    Check ($run.ExitCode -eq 0) "msiexec $action ends with 0, not $($run.ExitCode)"
}

function MachinePath { [Environment]::GetEnvironmentVariable('PATH', 'Machine') -split ';' | ForEach-Object { $_.TrimEnd('\') } }

Install '/i'
Check ((MachinePath) -contains $programs) 'the folder is in the PATH of the machine'
$env:PATH = "$programs;$env:PATH"

# What the runner is decides how collect ends: a virtual Windows Server has no hash to give.
$version = & hwhash --version
Check ($LASTEXITCODE -eq 0 -and $version -match '^hwhash \d') 'hwhash --version'
$capture = Join-Path $PSScriptRoot '..\..\..\..\examples\oa3\OA3.xml'
$rows = @(& hwhash collect --from $capture)
Check ($LASTEXITCODE -eq 0 -and $rows.Count -eq 2) 'collect --from a capture gives a heading and a row'
& hwhash collect
Check (@(0, 12, 13) -contains $LASTEXITCODE) "collect ends with 0, 12 or 13, not $LASTEXITCODE"
& (Join-Path $programs 'app\hwhash.cmd') --version
Check ($LASTEXITCODE -eq 0) 'hwhash.cmd finds the runtime of the installed hwhash'

# It waits for a hash on stdin, so there is time to look for a second process (win.norestart).
$start = [Diagnostics.ProcessStartInfo]::new((Join-Path $programs 'hwhash.exe'), 'decode -')
$start.RedirectStandardInput = $true
$start.UseShellExecute = $false
$run = [Diagnostics.Process]::Start($start)
Start-Sleep -Seconds 3
$children = @(Get-CimInstance Win32_Process -Filter "ParentProcessId = $($run.Id) AND Name = 'hwhash.exe'")
Check (-not $run.HasExited) 'hwhash.exe waits for its input'
Check ($children.Count -eq 0) 'hwhash.exe starts no second hwhash.exe'
$run.StandardInput.Close()
$run.WaitForExit()

icacls $data
$acl = Get-Acl $data
$who = @($acl.Access | ForEach-Object { $_.IdentityReference.Translate([Security.Principal.SecurityIdentifier]).Value } | Sort-Object -Unique)
Check ($acl.AreAccessRulesProtected) 'the data folder inherits no rights'
Check (($who -join ' ') -eq 'S-1-5-18 S-1-5-32-544') "the data folder is for SYSTEM and Administrators only, not $who"
Check ($acl.GetOwner([Security.Principal.SecurityIdentifier]).Value -eq 'S-1-5-32-544') 'the data folder is owned by Administrators'

Install '/x'
Check (-not (Test-Path $programs)) 'nothing is left of the program'
Check (-not (Test-Path $data)) 'nothing is left of an empty data folder'
Check ((MachinePath) -notcontains $programs) 'the folder is no longer in the PATH of the machine'
