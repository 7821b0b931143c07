using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace SeizureIntel.Storage.Keeping;

/// <summary>Who holds a lease: a process, named so that no later one can be taken for it.</summary>
/// <param name="Machine">The machine since its last start, and on Linux the space in which its process numbers count: a container has its own.</param>
/// <param name="Process">The number of the process.</param>
/// <param name="Started">When it started, in a unit of the machine; a number that is given again belongs to a later start.</param>
internal sealed record LeaseOwner(string Machine, int Process, long Started)
{
    private const string BootId = "/proc/sys/kernel/random/boot_id";
    private const string ProcessSpace = "/proc/self/ns/pid";

    // proc(5): the state is field 3 and the start time field 22; fields are counted here after the name, which may hold spaces.
    private const int StateField = 0;
    private const int StartField = 19;

    // The process is there, but its start cannot be seen.
    private const long Unknown = -1;

    /// <summary>This process.</summary>
    public static LeaseOwner Current { get; } = OfCurrent();

    /// <summary>True where the process ran on this machine and has ended; false where it runs, and where this machine cannot know.</summary>
    public bool IsGone => Machine == Current.Machine && StartOf(Process) is var started && started != Started && started != Unknown;

    /// <summary>What <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static LeaseOwner? Parse(string text)
    {
        string[] parts = text.Split(' ');
        return
            parts.Length == 3
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int process)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out long started)
            ? new(parts[0], process, started)
            : null;
    }

    /// <summary>The owner that another process of this machine would be; null where there is no such process.</summary>
    public static LeaseOwner? OfProcess(int process) => StartOf(process) is { } started ? new(Current.Machine, process, started) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Machine} {Process} {Started}");

    private static LeaseOwner OfCurrent()
    {
        string machine = OperatingSystem.IsLinux() ? TextOf(BootId) + new FileInfo(ProcessSpace).LinkTarget : Environment.MachineName;
        return new(machine.Replace(' ', '_'), Environment.ProcessId, StartOf(Environment.ProcessId) ?? 0);
    }

    // Null where there is no such process. One that has ended and that its parent has not looked at yet is none.
    private static long? StartOf(int process)
    {
        if (OperatingSystem.IsLinux())
        {
            string stat = TextOf(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            string[] fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > StartField)
                return fields[StateField] is "Z" or "X" ? null : long.Parse(fields[StartField], CultureInfo.InvariantCulture);
        }

        try
        {
            using Process found = System.Diagnostics.Process.GetProcessById(process);
            return OperatingSystem.IsLinux() ? Unknown : found.StartTime.ToUniversalTime().Ticks;
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (Exception hidden) when (hidden is InvalidOperationException or Win32Exception)
        {
            return Unknown;
        }
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
