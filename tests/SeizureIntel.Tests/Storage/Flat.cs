using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using SeizureIntel.Values;

namespace SeizureIntel.Tests.Storage;

/// <summary>A record as lines <c>path = value</c>, so that two can be compared to the last property, those added later included.</summary>
public static class Flat
{
    public static IReadOnlyList<string> Lines(object record)
    {
        var lines = new List<string>();
        Add(lines, record.GetType().Name, record);
        return lines;
    }

    private static void Add(List<string> lines, string path, object? value)
    {
        switch (value)
        {
            case null:
                lines.Add(path + " = null");
                break;
            case Stated stated:
                lines.Add($"{path} = {stated.Code} \"{stated.Text ?? "null"}\" {stated.Text is null}");
                break;
            case string or Enum or bool or int or long or decimal or DateOnly or DateTimeOffset:
                lines.Add(path + " = " + Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                lines.Add(path + " = " + number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case IDictionary map:
                foreach (object key in map.Keys.Cast<object>().Order())
                    Add(lines, $"{path}[{key}]", map[key]);
                break;
            case IEnumerable items:
                int at = 0;
                foreach (object? item in items)
                    Add(lines, $"{path}[{at++}]", item);
                lines.Add($"{path}.Count = {at}");
                break;
            default:
                foreach (PropertyInfo property in value.GetType().GetProperties())
                    Add(lines, path + "." + property.Name, property.GetValue(value));
                break;
        }
    }
}
