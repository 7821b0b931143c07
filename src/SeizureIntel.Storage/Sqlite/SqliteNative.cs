using System;
using System.Runtime.InteropServices;

namespace SeizureIntel.Storage.Sqlite;

/// <summary>The SQLite calls made once a cell, without the cost of a guarded transition: the same library that the provider has loaded.</summary>
/// <remarks>A hundred of them are made for each case. Through safe handles and a full transition they cost more than SQLite's own work. But for the
/// step, none of them waits or calls back.</remarks>
internal static unsafe partial class SqliteNative
{
    private const string Library = "e_sqlite3";

    // SQLITE_TRANSIENT of sqlite3.h: SQLite takes a copy at once.
    private static readonly nint Transient = -1;

    public static int BindText(nint statement, int index, ReadOnlySpan<byte> text)
    {
        // An empty span has no address, and no address means null to SQLite.
        byte none = 0;
        fixed (byte* start = text)
        {
            return sqlite3_bind_text(statement, index, start is null ? &none : start, text.Length, Transient);
        }
    }

    public static ReadOnlySpan<byte> Text(nint statement, int column)
    {
        byte* start = sqlite3_column_text(statement, column);
        return new(start, sqlite3_column_bytes(statement, column));
    }

    /// <remarks>The one call here that works and may wait, so the collector must be able to go on meanwhile.</remarks>
    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int sqlite3_step(nint statement);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int sqlite3_reset(nint statement);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int sqlite3_clear_bindings(nint statement);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int sqlite3_bind_int64(nint statement, int index, long value);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int sqlite3_bind_double(nint statement, int index, double value);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int sqlite3_column_type(nint statement, int column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial long sqlite3_column_int64(nint statement, int column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial double sqlite3_column_double(nint statement, int column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int sqlite3_bind_text(nint statement, int index, byte* text, int bytes, nint destructor);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial byte* sqlite3_column_text(nint statement, int column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial int sqlite3_column_bytes(nint statement, int column);
}
