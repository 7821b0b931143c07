using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Linq;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Settings;

/// <summary>Reads sections of the configuration and stops on the first wrong setting, with the allowed values.</summary>
internal static class SettingsReader
{
    /// <summary>One section as its options.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="section">Name of the section.</param>
    /// <param name="besides">Options that share the section; their settings are known, and not read here.</param>
    /// <exception cref="Fault">A setting is unknown, of the wrong kind or out of its range.</exception>
    public static T Read<T>(IConfiguration configuration, string section, params Type[] besides)
        where T : class, new()
    {
        IConfigurationSection settings = configuration.GetSection(section);
        Check(settings, section, [typeof(T), .. besides]);
        T options = Bind<T>(settings, section);
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true))
            throw Wrong(Named(section, problems[0].ErrorMessage ?? ""), "Every setting is described in docs/operations.md.");
        return options;
    }

    // A section may hold a section of its own, whose settings are known by the options it fills.
    private static void Check(IConfigurationSection settings, string section, Type[] options)
    {
        PropertyInfo[] known = [.. options.SelectMany(o => o.GetProperties())];
        foreach (IConfigurationSection setting in settings.GetChildren())
        {
            PropertyInfo property = known.FirstOrDefault(p => p.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw Wrong(
                    $"There is no setting {section}:{setting.Key}.",
                    NearestNames.Question(setting.Key, known.Select(p => p.Name)).Text
                );
            if (
                property.PropertyType.IsEnum
                && (
                    setting.Value is not { } value
                    || !Enum.GetNames(property.PropertyType).Contains(value, StringComparer.OrdinalIgnoreCase)
                )
            )
                throw Wrong(
                    $"{section}:{property.Name} is '{setting.Value}'.",
                    $"It is one of {string.Join(", ", Enum.GetNames(property.PropertyType))}."
                );
            if (property.PropertyType.IsClass && property.PropertyType.Namespace == property.DeclaringType!.Namespace)
                Check(setting, $"{section}:{property.Name}", [property.PropertyType]);
        }
    }

    private static T Bind<T>(IConfigurationSection settings, string section)
        where T : class, new()
    {
        try
        {
            return settings.Get<T>() ?? new T();
        }
        catch (InvalidOperationException problem)
        {
            throw Wrong($"{section}: {problem.Message}", "Every setting is described in docs/operations.md.");
        }
    }

    // Rules across fields name their settings in full; a range names the field alone.
    private static string Named(string section, string problem) =>
        problem.StartsWith(section + ":", StringComparison.Ordinal) ? problem : $"{section}: {problem}";

    private static Fault Wrong(string message, string hint) => Fault.Usage("wrong_setting", message, hint);
}
