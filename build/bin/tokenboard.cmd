@echo off
rem The command line of the installed app on Windows. A shell waits for a batch file, but not for a program with windows.
"%~dp0..\..\Tokenboard.exe" %*
