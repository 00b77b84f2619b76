#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
    Makes this PC a Pioneer Kiosk. May be run again: it then upgrades the program and leaves settings and data alone.
.PARAMETER Bundle
    Folder with kiosk.exe, as `make bundle` makes it.
.PARAMETER User
    Local account of the kiosk; made when it is missing.
.PARAMETER Password
    Of that account. Autologon is set up by hand with Sysinternals Autologon, which keeps the password in the LSA and not in the registry.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)] [ValidateScript({ Test-Path (Join-Path $_ 'kiosk.exe') })] [string] $Bundle,
    [ValidatePattern('^[A-Za-z][A-Za-z0-9-]{0,19}$')] [string] $User = 'kiosk',
    [Parameter(Mandatory)] [securestring] $Password
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'kiosk.psm1') -Force

if (-not $PSCmdlet.ShouldProcess($env:COMPUTERNAME, 'Install Pioneer Kiosk')) { return }

$sid = New-KioskUser -Name $User -Password $Password
Set-KioskFolders -Sid $sid

# The new program lies whole beside the old one before it takes its name.
$program = Join-Path $env:ProgramFiles 'PioneerKiosk'
Remove-Item -Recurse -Force "$program.new" -ErrorAction SilentlyContinue
Copy-Item -Recurse $Bundle "$program.new"
Remove-Item -Recurse -Force "$program.old" -ErrorAction SilentlyContinue
if (Test-Path $program) { Rename-Item $program "$program.old" }
Rename-Item "$program.new" $program
Remove-Item -Recurse -Force "$program.old" -ErrorAction SilentlyContinue

$settings = Join-Path $env:ProgramData 'PioneerKiosk\kiosk.toml'
if (-not (Test-Path $settings)) {
    # UTF-8 without a byte order mark, from any version of PowerShell.
    [IO.File]::WriteAllText($settings, "# kiosk config list`r`n", [Text.UTF8Encoding]::new($false))
}

if (Test-ShellLauncher) { Set-ShellLauncher -Sid $sid } else { Set-CustomShell -Sid $sid }
Set-KioskPolicies -Sid $sid

& (Join-Path $program 'kiosk.exe') config check
if ($LASTEXITCODE) { Write-Warning 'The settings hold mistakes: kiosk config check.' }
Write-Output "Installed. Set up autologon for '$User' (README.md), then restart."
