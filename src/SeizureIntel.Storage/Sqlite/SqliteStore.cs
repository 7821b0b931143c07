using System;
using System.ComponentModel.DataAnnotations;
using System.IO;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;

namespace SeizureIntel.Storage.Sqlite;

/// <summary>The truth in one SQLite file.</summary>
public static class SqliteStore
{
    private const string FileName = "seizures.db";

    /// <summary>True where the data folder holds a store; asks the file system only and creates nothing.</summary>
    /// <param name="dataFolder">The data folder; it may be absent.</param>
    /// <param name="options">Null for the defaults.</param>
    public static bool Exists(string dataFolder, StorageOptions? options = null)
    {
        var file = new FileInfo(new SqliteConnectionStringBuilder(ConnectionString(dataFolder, options)).DataSource);
        return file.Exists && file.Length > 0;
    }

    /// <summary>A store on the data folder. Nothing is touched before its first call; folder and file are created by
    /// <see cref="Store.MigrateAsync"/> alone.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="time">The clock of the outbox leases.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="loggers">Null for silence.</param>
    /// <exception cref="ValidationException">An option is out of its range, or names another engine.</exception>
    public static Store Open(string dataFolder, TimeProvider time, StorageOptions? options = null, ILoggerFactory? loggers = null) =>
        Open(dataFolder, time, options, loggers, LeaseOwner.Current);

    /// <summary>A store whose leases are held in the name of some process.</summary>
    internal static Store Open(string dataFolder, TimeProvider time, StorageOptions? options, ILoggerFactory? loggers, LeaseOwner owner)
    {
        options ??= new();
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        var dialect = new SqliteDialect(ConnectionString(dataFolder, options), TimeSpan.FromSeconds(options.BusyTimeoutSeconds), time);
        return new(dialect, options, time, loggers, owner);
    }

    private static string ConnectionString(string dataFolder, StorageOptions? options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dataFolder);
        return options?.ConnectionString
            ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, FileName) }.ConnectionString;
    }
}
