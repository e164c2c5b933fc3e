using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>
/// Reads a type with <c>[ObjectClass]</c>. The generator takes the model, the analyzer the findings:
/// SLC001 (type to make partial, object class type), SLC002 (type, reason), SLC007 (type, reason), SLC008 (member, reason and
/// remedy), SLC009 (member or type, reason and remedy) and SLC406 (member, reason and remedy).
/// </summary>
internal sealed class ObjectClassParser
{
    /// <summary>The attribute that makes a type an object class.</summary>
    public const string AttributeName = "Sluice.ObjectClassAttribute";

    private const string ConstantsName = "Attributes";

    private readonly INamedTypeSymbol _type;
    private readonly Compilation _compilation;
    private readonly Action<Finding>? _report;
    private readonly CancellationToken _cancellation;

    private ObjectClassParser(INamedTypeSymbol type, Compilation compilation, Action<Finding>? report, CancellationToken cancellation)
    {
        _type = type;
        _compilation = compilation;
        _report = report;
        _cancellation = cancellation;
    }

    /// <summary>Reads an object class.</summary>
    /// <param name="type">The type with the attribute.</param>
    /// <param name="compilation">Where it is.</param>
    /// <param name="report">Takes what is not accepted; null if nobody asks.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What is valid of it; null if nothing can be generated.</returns>
    public static ObjectClassModel? Parse(INamedTypeSymbol type, Compilation compilation, Action<Finding>? report, CancellationToken cancellation)
        => new ObjectClassParser(type, compilation, report, cancellation).Parse();

    private ObjectClassModel? Parse()
    {
        if (!CheckDeclaration())
            return null;

        var annotation = _type.GetAttributes().FirstOrDefault(attribute => attribute.IsAnnotation("ObjectClassAttribute"));
        var members = ObjectClassMembers.Of(_type, _compilation);
        var candidates = members.Where(member => !member.IsIgnored).ToList();
        MarkIdentity(candidates, "[Uid]", member => member.Uid, member => member.IsUid = true);
        MarkIdentity(candidates, "[Name]", member => member.NameMark, member => member.IsName = true);
        foreach (var member in candidates)
        {
            _cancellation.ThrowIfCancellationRequested();
            Accept(member);
        }

        DropTwins(candidates);
        var accepted = candidates.Where(member => member.IsAccepted).ToList();
        var constructor = ObjectClassConstructor.Choose(_type, members, _compilation, _cancellation);
        if (constructor is null)
            Report("SLC002", _type, "no constructor takes only its attributes: give each parameter the name and type of a property, or a default value");

        var slots = Slots(accepted, constructor);
        return new(
            TypeHierarchy.Of(_type),
            ObjectClassName(annotation),
            annotation.Argument<string>("Description"),
            FreeName($"{_type.Name}Mapping"),
            Constants(),
            slots,
            ObjectClassEnums.Of(accepted.Select(EnumOf).OfType<INamedTypeSymbol>()),
            constructor?.Plan(slots),
            accepted.Exists(member => member.Property.WarnsOfUse || (EnumOf(member) is { } type && (type.WarnsOfUse || type.GetMembers().Any(name => name.WarnsOfUse))))
                || constructor is { WarnsOfUse: true });
    }

    private bool CheckDeclaration()
    {
        var isAccepted = true;
        foreach (var type in _type.SelfAndContainers)
        {
            if (type.IsDeclaredPartial(_cancellation))
                continue;
            ReportAt("SLC001", Place(type), type.Name, _type.Name);
            isAccepted = false;
        }

        var reason = _type switch
        {
            _ when _type.IsInFileScope => "a file-scoped type cannot have a part in another file",
            { IsStatic: true } => "an object class has instances, so it cannot be static",
            { IsAbstract: true } => "an object class is a concrete type; move [ObjectClass] to the types derived from it, which inherit its members",
            { Arity: > 0 } => "an object class has one schema, so it cannot be generic",
            _ => null,
        };
        if (reason is null)
            return isAccepted;
        Report("SLC002", _type, reason);
        return false;
    }

    private void MarkIdentity(List<ObjectClassMember> members, string mark, Func<ObjectClassMember, AttributeData?> find, Action<ObjectClassMember> choose)
    {
        ObjectClassMember? first = null;
        foreach (var member in members)
        {
            if (find(member) is not { } found)
                continue;
            if (first is not null)
            {
                ReportAt("SLC007", found.WrittenAt ?? member.Location, _type.Name, $"{first.Name} and {member.Name} are both {mark}; leave it on one of them");
            }
            else if (!member.CanRead)
            {
                ReportAt("SLC007", member.Location, _type.Name, $"the {mark} member {member.Name} cannot be read here; give it a get accessor");
            }
            else
            {
                first = member;
                choose(member);
            }
        }

        if (first is null && !members.Exists(member => find(member) is not null))
        {
            var reason = $"no member is {mark}; put it on the one that {(mark is "[Uid]" ? "identifies the object as long as it exists" : "people know the object by")}";
            _report?.Invoke(new("SLC007", Place(_type), [_type.Name, reason]) { Facts = ImmutableDictionary<string, string?>.Empty.Add(FindingFacts.Mark, mark.Trim('[', ']')) });
        }
    }

    private void Accept(ObjectClassMember member)
    {
        var value = member.IsIdentity
            ? ObjectClassValues.OfIdentity(member.Property.Type, out var refusal)
            : ObjectClassValues.Of(member.Property.Type, out refusal);
        if (value is null)
        {
            // What a library's base class has beside is not the user's to change.
            if (refusal is not null && (member.IsAnnotated || SymbolEqualityComparer.Default.Equals(member.Property.ContainingAssembly, _type.ContainingAssembly)))
                ReportAt("SLC008", member.Location, member.Name, refusal);
            return;
        }

        if (NameOf(member) is not { } name)
            return;
        if (Mismatch(name, value) is { } mismatch)
        {
            ReportAt(mismatch.Law, member.Location, member.Name, mismatch.Reason);
            return;
        }

        (member.Attribute, member.Value) = (name, value);
    }

    private string? NameOf(ObjectClassMember member)
    {
        var given = member.Details?.FirstText;
        var mark = member.Operational;
        if (member.IsIdentity)
        {
            if (given is not null)
                ReportAt("SLC009", member.Details!.WrittenAt ?? member.Location, member.Name, $"is the uid or the name of the object, which has a name already; leave out \"{given}\"");
            if (mark is { } operational)
                ReportAt("SLC009", operational.Mark.WrittenAt ?? member.Location, member.Name, $"cannot be the uid or the name and {operational.Attribute} too; keep one annotation");
            return member.IsUid ? "__UID__" : "__NAME__";
        }

        if (mark is { } known)
        {
            if (given is not null && !string.Equals(given, known.Attribute, StringComparison.OrdinalIgnoreCase))
                ReportAt("SLC009", member.Details!.WrittenAt ?? member.Location, member.Name, $"is {known.Attribute} by its annotation; leave out \"{given}\"");
            return known.Attribute;
        }

        var name = given ?? CamelCase(member.Name);
        var problem = name switch
        {
            _ when string.IsNullOrWhiteSpace(name) => "has a blank attribute name; leave it out for the member's own, or give one",
            _ when Same(name, "__UID__") => "is named __UID__; annotate it with [Uid] instead",
            _ when Same(name, "__NAME__") => "is named __NAME__; annotate it with [Name] instead",
            _ when IsReserved(name) && !WellKnownNames().Any(wellKnown => Same(wellKnown, name)) => $"is named {name}, a form that is kept for the names in Sluice.AttributeNames; use another name",
            _ => null,
        };
        if (problem is null)
            return name;
        ReportAt("SLC009", member.Details?.WrittenAt ?? member.Location, member.Name, problem);
        return null;
    }

    private static (string Law, string Reason)? Mismatch(string attribute, ObjectClassValue value)
    {
        if ((Same(attribute, "__PASSWORD__") || Same(attribute, "__CURRENT_PASSWORD__")) && value is not { AttributeType: "GuardedString", Collection: ObjectClassCollection.None })
            return ("SLC406", "holds a secret; its type is GuardedString");
        if ((Same(attribute, "__ENABLE__") || Same(attribute, "__LOCK_OUT__")) && value is not { AttributeType: "Boolean", Collection: ObjectClassCollection.None })
            return ("SLC008", $"is {attribute}, which is true or false; its type is bool");
        return null;
    }

    private void DropTwins(List<ObjectClassMember> members)
    {
        var seen = new Dictionary<string, ObjectClassMember>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in members.Where(member => member.IsAccepted))
        {
            if (!seen.TryGetValue(member.Attribute!, out var first))
            {
                seen.Add(member.Attribute!, member);
                continue;
            }

            ReportAt("SLC009", member.Details?.WrittenAt ?? member.Location, member.Name, $"has the attribute name {member.Attribute}, and so has {first.Name} (names compare ignoring case); give one of them another name");
            member.Attribute = null;
        }
    }

    private static EquatableArray<ObjectClassSlot> Slots(List<ObjectClassMember> accepted, ObjectClassConstructor? constructor)
    {
        var uid = accepted.Find(member => member.IsUid);
        var name = accepted.Find(member => member.IsName);
        var slots = ImmutableArray.CreateBuilder<ObjectClassSlot>();
        slots.Add(new("__UID__", uid?.Name, uid?.Value ?? ObjectClassValues.Text, ObjectClassTraits.None, null));
        slots.Add(new("__NAME__", name?.Name, name?.Value ?? ObjectClassValues.Text, Traits(name) | ObjectClassTraits.Required, (name?.Details).Argument<string>("Description")));
        foreach (var member in accepted.Where(member => !member.IsIdentity))
            slots.Add(new(member.Attribute!, member.Name, member.Value!, Traits(member), member.Details.Argument<string>("Description")));
        return slots.ToImmutable();

        ObjectClassTraits Traits(ObjectClassMember? member)
        {
            var traits = ObjectClassTraits.None;
            if (member is null)
                return traits;
            var details = member.Details;
            var canReceive = constructor?.CanReceive(member) ?? true;
            if (member.Value!.Collection != ObjectClassCollection.None)
                traits |= ObjectClassTraits.MultiValued;
            if (!canReceive || details.Argument<bool>("NotCreatable"))
                traits |= ObjectClassTraits.NotCreatable;
            if (!canReceive || details.Argument<bool>("NotUpdateable"))
                traits |= ObjectClassTraits.NotUpdateable;
            if (!member.CanRead || Same(member.Attribute!, "__PASSWORD__") || Same(member.Attribute!, "__CURRENT_PASSWORD__") || details.Argument<bool>("NotReadable"))
                traits |= ObjectClassTraits.NotReadable;
            if (details.Argument<bool>("NotReturnedByDefault"))
                traits |= ObjectClassTraits.NotReturnedByDefault;
            var promisesValue = member.Property.Type.PromisesValue && constructor?.HasDefault(member) is not true && (traits & ObjectClassTraits.NotCreatable) == ObjectClassTraits.None;
            if (promisesValue || details.Argument<bool>("Required"))
                traits |= ObjectClassTraits.Required;
            return traits;
        }
    }

    private string ObjectClassName(AttributeData? annotation)
    {
        var name = annotation?.FirstText ?? "";
        if (string.IsNullOrWhiteSpace(name))
            ReportAt("SLC009", annotation?.WrittenAt ?? Place(_type), _type.Name, "has a blank object class name; give one, for instance ObjectClasses.Account");
        else if (Same(name, "__ALL__"))
            ReportAt("SLC009", annotation?.WrittenAt ?? Place(_type), _type.Name, "is named __ALL__, which is the class of no object; name the class of its objects");
        return name;
    }

    private ObjectClassConstants Constants()
    {
        if (string.Equals(_type.Name, ConstantsName, StringComparison.Ordinal) || !_type.GetMembers(ConstantsName).IsEmpty)
            return ObjectClassConstants.None;
        var bases = _type.BaseType?.BasesAndSelf.ToList() ?? [];
        var inherited = bases.SelectMany(level => level.GetMembers(ConstantsName)).Where(member => _compilation.IsSymbolAccessibleWithin(member, _type)).ToList();

        // A class of that name would hide the member, which is an attribute perhaps.
        if (inherited.Exists(member => member is not INamedTypeSymbol))
            return ObjectClassConstants.None;

        // The one of an annotated base type in this project is written by this very generator.
        return inherited.Count > 0 || bases.Exists(level => level.GetAttributes().Any(attribute => attribute.IsAnnotation("ObjectClassAttribute")))
            ? ObjectClassConstants.Hiding
            : ObjectClassConstants.Declared;
    }

    private string FreeName(string name)
    {
        while (_type.BasesAndSelf.Any(level => !level.GetMembers(name).IsEmpty))
            name += "_";
        return name;
    }

    private IEnumerable<string> WellKnownNames()
        => _compilation.GetTypeByMetadataName("Sluice.AttributeNames")?.GetMembers().OfType<IFieldSymbol>().Select(field => field.ConstantValue).OfType<string>() ?? [];

    private static INamedTypeSymbol? EnumOf(ObjectClassMember member)
    {
        var type = member.Property.Type.NullableValue ?? member.Property.Type;
        var item = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var argument] } => argument,
            _ => type,
        };
        return item is INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? named : null;
    }

    private static bool IsReserved(string name)
        => name.Length > 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    // Mail: mail; DisplayName: displayName; URL: url; XMLName: xmlName.
    private static string CamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            var endsWord = i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]);
            if (endsWord)
                break;
            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }

    private Location Place(INamedTypeSymbol type) => type.SourceLocation ?? _type.Locations[0];

    private void Report(string law, INamedTypeSymbol type, string reason) => ReportAt(law, Place(type), type.Name, reason);

    private void ReportAt(string law, Location location, params string[] arguments) => _report?.Invoke(new(law, location, arguments));
}
