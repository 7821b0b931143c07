using System;
using System.Runtime.InteropServices;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>What a large file left behind in memory.</summary>
internal static class Leftovers
{
    /// <summary>Collects it and gives it back to the system: what comes next needs other memory. Takes some tenths of a second.</summary>
    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            // The store's cache was freed; the C library keeps it for who allocates on the same thread.
            _ = malloc_trim(0);
        }
        catch (TypeLoadException)
        {
            // Not every system has this library, or the library has it not.
        }
    }

    // malloc_trim(3) of glibc: releases free memory at the top and in the middle of all heaps.
    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int malloc_trim(nuint pad);
}
