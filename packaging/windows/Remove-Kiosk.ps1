#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
    Gives the PC its desktop back. Settings and data stay unless -Data is said.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param([string] $User = 'kiosk', [switch] $Data)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'kiosk.psm1') -Force

if (-not $PSCmdlet.ShouldProcess($env:COMPUTERNAME, 'Remove Pioneer Kiosk')) { return }

$account = Get-LocalUser -Name $User -ErrorAction SilentlyContinue
if ($account) {
    $sid = $account.SID.Value
    if (Test-ShellLauncher) {
        $class = [wmiclass] '\\localhost\root\standardcimv2\embedded:WESL_UserSetting'
        try { $class.RemoveCustomShell($sid) | Out-Null } catch { Write-Verbose 'no shell was set for this user' }
    }
    Use-UserHive -Sid $sid -Do {
        param($root)
        $key = "$root\Software\Microsoft\Windows\CurrentVersion\Policies\System"
        foreach ($name in 'Shell', 'DisableTaskMgr', 'DisableLockWorkstation', 'DisableChangePassword') {
            Remove-ItemProperty -Path $key -Name $name -ErrorAction SilentlyContinue
        }
    }
}
Remove-Item -Recurse -Force (Join-Path $env:ProgramFiles 'PioneerKiosk') -ErrorAction SilentlyContinue
if ($Data) { Remove-Item -Recurse -Force (Join-Path $env:ProgramData 'PioneerKiosk') }
