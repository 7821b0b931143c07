using System;
using Microsoft.Extensions.Logging;
using SeizureIntel.SqlServer;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Storage.Sqlite;

namespace SeizureIntel.App.Workspaces;

/// <summary>The engine of the truth that a setting names.</summary>
internal static class StoreEngine
{
    /// <summary>False where opening the store would make a file that is not there; a server is there or says that it is not.</summary>
    public static bool Exists(string folder, StorageOptions options) =>
        options.Provider == StorageProvider.SqlServer || SqliteStore.Exists(folder, options);

    public static Store Open(string folder, StorageOptions options, TimeProvider time, ILoggerFactory? logs) =>
        options.Provider == StorageProvider.SqlServer
            ? SqlServerStore.Open(time, options, logs)
            : SqliteStore.Open(folder, time, options, logs);
}
