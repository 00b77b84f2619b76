#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
    Pioneer Kiosk on Windows: the parts that Install-Kiosk.ps1 and Remove-Kiosk.ps1 share. Nothing in here asks a question.
#>
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$script:Program = Join-Path $env:ProgramFiles 'PioneerKiosk'
$script:Folder = Join-Path $env:ProgramData 'PioneerKiosk'
$script:Executable = Join-Path $script:Program 'kiosk.exe'
# First process of the session, and the last: Shell Launcher takes one that starts another and ends for a crash.
$script:Shell = '"{0}" supervise -- run' -f $script:Executable

# Exit codes of the kiosk (kiosk/watch/codes.py) -> DefaultAction of Shell Launcher: 0 start again, 1 restart the device,
# 2 shut down, 3 do nothing.
$script:Actions = [ordered]@{ 0 = 0; 10 = 0; 11 = 1; 12 = 2; 64 = 3; 78 = 3 }

function Test-ShellLauncher {
    <# Enterprise, LTSC, Education and IoT Enterprise have it; Pro and Home do not. #>
    $feature = Get-WindowsOptionalFeature -Online -FeatureName 'Client-EmbeddedShellLauncher' -ErrorAction SilentlyContinue
    return $null -ne $feature
}

function New-KioskUser {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [securestring] $Password)
    if (-not (Get-LocalUser -Name $Name -ErrorAction SilentlyContinue)) {
        New-LocalUser -Name $Name -Password $Password -PasswordNeverExpires -UserMayNotChangePassword `
            -Description 'Pioneer Kiosk: no administrator' | Out-Null
    }
    $users = Get-LocalGroup -SID 'S-1-5-32-545'   # Users, in whatever language Windows speaks
    if (-not (Get-LocalGroupMember -Group $users -Member $Name -ErrorAction SilentlyContinue)) {
        Add-LocalGroupMember -Group $users -Member $Name
    }
    return (Get-LocalUser -Name $Name).SID.Value
}

function Set-KioskFolders {
    param([Parameter(Mandatory)] [string] $Sid)
    foreach ($path in $script:Folder, (Join-Path $script:Folder 'data'), (Join-Path $script:Folder 'conf.d')) {
        New-Item -ItemType Directory -Force -Path $path | Out-Null
    }
    # By SID, not by name: the groups have other names on a Chinese Windows. Settings are read by the kiosk, data are its own.
    & icacls.exe $script:Folder /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' "*${Sid}:(OI)(CI)RX" | Out-Null
    if ($LASTEXITCODE) { throw "icacls failed with $LASTEXITCODE" }
    & icacls.exe (Join-Path $script:Folder 'data') /grant "*${Sid}:(OI)(CI)M" | Out-Null
    if ($LASTEXITCODE) { throw "icacls failed with $LASTEXITCODE" }
}

function Set-ShellLauncher {
    param([Parameter(Mandatory)] [string] $Sid)
    $feature = Get-WindowsOptionalFeature -Online -FeatureName 'Client-EmbeddedShellLauncher'
    if ($feature.State -ne 'Enabled') {
        Enable-WindowsOptionalFeature -Online -FeatureName 'Client-EmbeddedShellLauncher' -All -NoRestart | Out-Null
    }
    $class = [wmiclass] '\\localhost\root\standardcimv2\embedded:WESL_UserSetting'
    $class.SetDefaultShell('explorer.exe', 3) | Out-Null   # everybody else keeps the desktop
    try { $class.RemoveCustomShell($Sid) | Out-Null } catch { Write-Verbose 'no shell was set for this user' }
    $codes = [int[]] @($script:Actions.Keys)
    $actions = [int[]] @($script:Actions.Values)
    $class.SetCustomShell($Sid, $script:Shell, $codes, $actions, 0) | Out-Null
    $class.SetEnabled($true) | Out-Null
}

function Set-CustomShell {
    <# Windows Pro: what the policy "Custom User Interface" writes, for this user only. `kiosk supervise` restarts by itself. #>
    param([Parameter(Mandatory)] [string] $Sid)
    Use-UserHive -Sid $Sid -Do {
        param($root)
        $key = "$root\Software\Microsoft\Windows\CurrentVersion\Policies\System"
        New-Item -Path $key -Force | Out-Null
        Set-ItemProperty -Path $key -Name 'Shell' -Value $script:Shell -Type String
        Set-ItemProperty -Path $key -Name 'DisableTaskMgr' -Value 1 -Type DWord
        Set-ItemProperty -Path $key -Name 'DisableLockWorkstation' -Value 1 -Type DWord
        Set-ItemProperty -Path $key -Name 'DisableChangePassword' -Value 1 -Type DWord
    }
}

function Set-KioskPolicies {
    param([Parameter(Mandatory)] [string] $Sid)
    # The machine: no edge gestures, no stick that starts by itself, no notification over the screen, no sleep.
    Set-Policy 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI' 'AllowEdgeSwipe' 0
    Set-Policy 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer' 'NoDriveTypeAutoRun' 255
    Set-Policy 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\Explorer' 'NoAutoplayfornonVolume' 1
    Set-Policy 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU' 'NoAutoRebootWithLoggedOnUsers' 1
    Set-Policy 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\Windows Error Reporting' 'DontShowUI' 1
    Set-Policy 'HKLM:\SOFTWARE\Policies\Microsoft\TabletPC' 'TurnOffPenFeedback' 1
    foreach ($what in 'monitor-timeout-ac', 'standby-timeout-ac', 'hibernate-timeout-ac') {
        & powercfg.exe /change $what 0
        if ($LASTEXITCODE) { throw "powercfg failed with $LASTEXITCODE" }
    }
    # The kiosk's user.
    Use-UserHive -Sid $Sid -Do {
        param($root)
        Set-Policy "$root\Software\Policies\Microsoft\Windows\CurrentVersion\PushNotifications" 'NoToastApplicationNotification' 1
        Set-Policy "$root\Software\Microsoft\Windows\CurrentVersion\Policies\Explorer" 'NoWinKeys' 1
        Set-Policy "$root\Software\Microsoft\Windows\CurrentVersion\Policies\Explorer" 'NoDriveTypeAutoRun' 255
        Set-Policy "$root\Software\Microsoft\Wisp\Touch" 'TouchGate' 1
        Set-Policy "$root\Software\Microsoft\Wisp\Pen\SysEventParameters" 'HoldMode' 3   # no right click by a long press
        # Shift five times, and the others: a question of the system over the screen.
        foreach ($aid in @{ StickyKeys = '506'; ToggleKeys = '58'; 'Keyboard Response' = '122' }.GetEnumerator()) {
            $key = "$root\Control Panel\Accessibility\$($aid.Key)"
            New-Item -Path $key -Force | Out-Null
            Set-ItemProperty -Path $key -Name 'Flags' -Value $aid.Value -Type String
        }
    }
}

function Set-Policy {
    param([Parameter(Mandatory)] [string] $Key, [Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [int] $Value)
    if (-not (Test-Path $Key)) { New-Item -Path $Key -Force | Out-Null }
    Set-ItemProperty -Path $Key -Name $Name -Value $Value -Type DWord
}

function Use-UserHive {
    <# Runs a block with the registry of a user who is not logged in. A user who never was has none yet: made by a first process. #>
    param([Parameter(Mandatory)] [string] $Sid, [Parameter(Mandatory)] [scriptblock] $Do)
    if (Test-Path "Registry::HKEY_USERS\$Sid") { & $Do "Registry::HKEY_USERS\$Sid"; return }
    $account = Get-CimInstance -ClassName Win32_UserProfile -Filter "SID = '$Sid'"
    if (-not $account) { throw "User $Sid has no profile yet: log in once as this user, log out, and run this again." }
    $hive = Join-Path $account.LocalPath 'NTUSER.DAT'
    & reg.exe load "HKU\PioneerKiosk" $hive | Out-Null
    if ($LASTEXITCODE) { throw "The registry of $Sid cannot be loaded: is this user logged in?" }
    try { & $Do 'Registry::HKEY_USERS\PioneerKiosk' }
    finally {
        [gc]::Collect(); [gc]::WaitForPendingFinalizers()   # PowerShell holds keys open until then
        & reg.exe unload "HKU\PioneerKiosk" | Out-Null
    }
}

Export-ModuleMember -Function Test-ShellLauncher, New-KioskUser, Set-KioskFolders, Set-ShellLauncher, Set-CustomShell, Set-KioskPolicies, Use-UserHive
