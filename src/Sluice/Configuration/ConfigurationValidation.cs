using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Sluice.Runtime;

/// <summary>Collects what is wrong with the values of a configuration.</summary>
public sealed class ConfigurationValidation
{
    private static readonly string? Unlisted = new AllowedValuesAttribute().ErrorMessage;

    private readonly List<ConfigurationError> _errors = [];
    private readonly HashSet<string> _wrong = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<object> _secrets = [];

    internal ConfigurationValidation(IEnumerable<ConfigurationError>? earlier = null)
    {
        foreach (var error in earlier ?? [])
            Add(error);
    }

    /// <summary>The errors so far.</summary>
    public IReadOnlyList<ConfigurationError> Errors => _errors;

    /// <summary>Keeps a value out of all messages, whoever writes them.</summary>
    /// <param name="secret">The value of a confidential property.</param>
    public void Conceal(object? secret)
    {
        if (secret is not null)
            _secrets.Add(secret);
    }

    /// <summary>Checks one property; the first broken rule counts. A property whose value could not be read is skipped.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="displayName">Its title.</param>
    /// <param name="value">Its value.</param>
    /// <param name="rules">Its validation attributes.</param>
    public void Check(object configuration, string property, string displayName, object? value, params ReadOnlySpan<ValidationAttribute> rules)
    {
        if (_wrong.Contains(property))
            return;
        var context = new ValidationContext(configuration, displayName, serviceProvider: null, items: null) { MemberName = property };
        foreach (var rule in rules)
        {
            if (rule.GetValidationResult(Seen(value, rule), context) is not { } failure)
                continue;
            Add(new(property, Listing(rule, displayName) ?? failure.ErrorMessage ?? rule.FormatErrorMessage(displayName)));
            return;
        }
    }

    /// <summary>Asks the configuration itself, unless its values are known to be wrong.</summary>
    /// <param name="configuration">The configuration.</param>
    public void CheckObject(IValidatableObject configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (_errors.Count > 0)
            return;
        var context = new ValidationContext(configuration, configuration.GetType().Name, serviceProvider: null, items: null);
        foreach (var failure in configuration.Validate(context) ?? [])
        {
            // A yielded ValidationResult.Success is null, whatever the annotations say.
            if (failure is null)
                continue;
            var message = failure.ErrorMessage ?? "Is not valid.";
            var members = failure.MemberNames.ToArray();
            foreach (var member in members.Length == 0 ? [""] : members)
                Add(new(member, message));
        }
    }

    // The message of the framework names the attribute's class where one wants to read the values.
    private static string? Listing(ValidationAttribute rule, string displayName) => rule is AllowedValuesAttribute { ErrorMessageResourceName: null } allowed && string.Equals(allowed.ErrorMessage, Unlisted, StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"The field {displayName} must be one of {string.Join(", ", allowed.Values.Where(value => value is not null).Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))}.")
        : null;

    // What a rule of DataAnnotations expects to see: an empty secret is missing like an empty text, and what is counted
    // is an ICollection, because for other lists it would look for a Count property by reflection.
    private static object? Seen(object? value, ValidationAttribute rule) => value switch
    {
        GuardedString secret when rule is RequiredAttribute => secret.Access(static text => text.IsEmpty) ? "" : value,
        string or ICollection => value,
        IEnumerable list when rule is MinLengthAttribute or MaxLengthAttribute or LengthAttribute => list.Cast<object?>().ToArray(),
        _ => value,
    };

    private void Add(ConfigurationError error)
    {
        _wrong.Add(error.Property);
        _errors.Add(_secrets.Exists(secret => Shows(error.Message, secret))
            ? error with { Message = "Is not valid; the reason is not shown because it holds a confidential value." }
            : error);
    }

    private static bool Shows(string message, object secret) => secret switch
    {
        GuardedString guarded => guarded.Access(text => !text.IsEmpty && message.AsSpan().Contains(text, StringComparison.Ordinal)),
        string text => text.Length > 0 && message.Contains(text, StringComparison.Ordinal),
        IEnumerable list => list.Cast<object?>().Any(item => item is not null && Shows(message, item)),
        _ => message.Contains(Convert.ToString(secret, CultureInfo.CurrentCulture)!, StringComparison.Ordinal)
            || message.Contains(Convert.ToString(secret, CultureInfo.InvariantCulture)!, StringComparison.Ordinal),
    };
}
