// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/devices_monitor.h"

#include <algorithm>
#include <array>

namespace chevet::call {
namespace {

std::string property(const GstStructure* properties, const char* name)
{
    const char* text = properties == nullptr ? nullptr : gst_structure_get_string(properties, name);
    return text == nullptr ? "" : text;
}

/// The most lasting of the names that the providers give: the socket, else the node, else the file.
std::string lastingName(const GstStructure* properties)
{
    for (const char* name : {"device.bus_path", "device.bus-path", "node.name", "object.path", "device.path",
                             "api.v4l2.path", "device.string", "device.serial"}) {
        if (auto text = property(properties, name); !text.empty()) {
            return text;
        }
    }
    return "";
}

std::optional<DeviceKind> kindOf(std::string_view deviceClass)
{
    const auto has = [&](std::string_view word) { return deviceClass.find(word) != std::string_view::npos; };
    if (has("Video/") && (has("Source") || has("Duplex"))) {
        return DeviceKind::Camera;
    }
    if (has("Audio/") && (has("Source") || has("Duplex"))) {
        return DeviceKind::Microphone;
    }
    return has("Audio/Sink") ? std::optional(DeviceKind::Loudspeaker) : std::nullopt;
}

std::string_view prefixOf(DeviceKind kind)
{
    constexpr std::array<std::string_view, 3> prefixes{"camera:", "microphone:", "loudspeaker:"};
    return prefixes[static_cast<std::size_t>(kind)];
}

std::optional<Device> describe(GstDevice* device)
{
    const auto deviceClass = takeText(gst_device_get_device_class(device));
    const auto name = takeText(gst_device_get_display_name(device));
    const Held<GstStructure> properties(gst_device_get_properties(device));
    return describeDevice(deviceClass.c_str(), name.c_str(), properties.get());
}

/// The largest numerator/denominator that a frame rate allows; 0 if there is none (libcamera).
double fastest(const GValue* rate)
{
    if (rate == nullptr) {
        return 0;
    }
    if (GST_VALUE_HOLDS_FRACTION(rate)) {
        const int below = gst_value_get_fraction_denominator(rate);
        return below == 0 ? 0 : double(gst_value_get_fraction_numerator(rate)) / below;
    }
    if (GST_VALUE_HOLDS_FRACTION_RANGE(rate)) {
        return fastest(gst_value_get_fraction_range_max(rate));
    }
    double most = 0;
    for (guint i = 0; GST_VALUE_HOLDS_LIST(rate) && i < gst_value_list_get_size(rate); ++i) {
        most = std::max(most, fastest(gst_value_list_get_value(rate, i)));
    }
    return most;
}

bool reaches(const GstStructure* form, int width)
{
    const GValue* value = gst_structure_get_value(form, "width");
    if (value == nullptr) {
        return true;
    }
    if (GST_VALUE_HOLDS_INT_RANGE(value)) {
        return gst_value_get_int_range_max(value) >= width;
    }
    if (G_VALUE_HOLDS_INT(value)) {
        return g_value_get_int(value) >= width;
    }
    for (guint i = 0; GST_VALUE_HOLDS_LIST(value) && i < gst_value_list_get_size(value); ++i) {
        const GValue* one = gst_value_list_get_value(value, i);
        if (G_VALUE_HOLDS_INT(one) && g_value_get_int(one) >= width) {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<CameraForm> cameraForm(const GstCaps* caps, int width)
{
    constexpr double smooth = 15;
    bool hasRaw = false;
    bool hasJpeg = false;
    for (guint i = 0; caps != nullptr && i < gst_caps_get_size(caps); ++i) {
        const auto* form = gst_caps_get_structure(caps, i);
        const GstCapsFeatures* features = gst_caps_get_features(caps, i);
        const bool isPlain =
            features == nullptr ||
            gst_caps_features_is_equal(features, GST_CAPS_FEATURES_MEMORY_SYSTEM_MEMORY) == TRUE;
        if (!isPlain) {
            continue; // DMA_DRM and the like
        }
        const auto rate = fastest(gst_structure_get_value(form, "framerate"));
        if (gst_structure_has_name(form, "video/x-raw") == TRUE) {
            hasRaw = true;
            if ((rate == 0 || rate >= smooth) && reaches(form, width)) {
                return CameraForm{"video/x-raw", false};
            }
        }
        hasJpeg = hasJpeg || gst_structure_has_name(form, "image/jpeg") == TRUE;
    }
    if (hasJpeg) {
        return CameraForm{"image/jpeg", true};
    }
    return hasRaw ? std::optional(CameraForm{"video/x-raw", false}) : std::nullopt;
}

std::optional<Device> describeDevice(const char* deviceClass, const char* name,
                                     const GstStructure* properties)
{
    const auto kind = kindOf(deviceClass == nullptr ? "" : deviceClass);
    const bool isAudio = kind && *kind != DeviceKind::Camera;
    const bool isListedTwice =
        isAudio && properties != nullptr && gst_structure_has_name(properties, "pipewire-proplist") == TRUE;
    if (!kind || isListedTwice || property(properties, "device.class") == "monitor") {
        return std::nullopt;
    }
    Device device;
    device.kind = *kind;
    device.name = name == nullptr ? "" : name;
    const auto lasting = lastingName(properties);
    device.id = std::string(prefixOf(*kind)) + (lasting.empty() ? device.name : lasting);
    gboolean isDefault = FALSE;
    device.isDefault = properties != nullptr &&
                       gst_structure_get_boolean(properties, "is-default", &isDefault) == TRUE &&
                       isDefault == TRUE;
    return device;
}

DeviceMonitor::DeviceMonitor() : m_monitor(gst_device_monitor_new())
{
    for (const char* filter :
         {"Video/Source", "Video/Duplex", "Audio/Source", "Audio/Duplex", "Audio/Sink"}) {
        gst_device_monitor_add_filter(m_monitor.get(), filter, nullptr);
    }
}

DeviceMonitor::~DeviceMonitor()
{
    m_watch.reset();
    if (m_isRunning) {
        gst_device_monitor_stop(m_monitor.get());
    }
}

bool DeviceMonitor::start(Changed changed, GMainContext* context)
{
    m_changed = std::move(changed);
    if (m_changed) {
        const Held<GstBus> bus(gst_device_monitor_get_bus(m_monitor.get()));
        m_watch.reset(gst_bus_create_watch(bus.get()));
        g_source_set_callback(m_watch.get(), G_SOURCE_FUNC(&DeviceMonitor::onMessage), this, nullptr);
        g_source_attach(m_watch.get(), context);
    }
    m_isRunning = gst_device_monitor_start(m_monitor.get()) == TRUE;
    return m_isRunning;
}

gboolean DeviceMonitor::onMessage(GstBus*, GstMessage* message, gpointer self)
{
    GstDevice* raw = nullptr;
    bool isThere = false;
    if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_DEVICE_ADDED) {
        gst_message_parse_device_added(message, &raw);
        isThere = true;
    } else if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_DEVICE_REMOVED) {
        gst_message_parse_device_removed(message, &raw);
    }
    const Held<GstDevice> device(raw);
    if (device != nullptr) {
        if (const auto described = describe(device.get())) {
            static_cast<DeviceMonitor*>(self)->m_changed(*described, isThere);
        }
    }
    return G_SOURCE_CONTINUE;
}

std::vector<Device> DeviceMonitor::devices() const
{
    std::vector<Device> found;
    GList* list = gst_device_monitor_get_devices(m_monitor.get());
    for (GList* at = list; at != nullptr; at = at->next) {
        auto device = describe(GST_DEVICE(at->data));
        if (device && std::find(found.begin(), found.end(), *device) == found.end()) {
            found.push_back(std::move(*device));
        }
    }
    g_list_free_full(list, gst_object_unref);
    return found;
}

Held<GstDevice> DeviceMonitor::find(DeviceKind kind, std::string_view id) const
{
    Held<GstDevice> found;
    GList* list = gst_device_monitor_get_devices(m_monitor.get());
    for (GList* at = list; at != nullptr; at = at->next) {
        auto* device = GST_DEVICE(at->data);
        const auto described = describe(device);
        if (!described || described->kind != kind) {
            continue;
        }
        const bool isWanted = id.empty() ? found == nullptr || described->isDefault : described->id == id;
        if (isWanted) {
            found = holdAnother(device);
        }
    }
    g_list_free_full(list, gst_object_unref);
    return found;
}

Result<Held<GstElement>> DeviceMonitor::element(DeviceKind kind, std::string_view id) const
{
    const auto device = find(kind, id);
    if (device == nullptr) {
        return fail(ErrorCode::NotFound, "device");
    }
    auto* element = gst_device_create_element(device.get(), nullptr);
    if (element == nullptr) {
        return fail(ErrorCode::Internal, "device");
    }
    return Held<GstElement>(GST_ELEMENT(gst_object_ref_sink(element)));
}

Held<GstCaps> DeviceMonitor::capabilities(std::string_view id) const
{
    const auto device = find(DeviceKind::Camera, id);
    return Held<GstCaps>(device == nullptr ? nullptr : gst_device_get_caps(device.get()));
}

} // namespace chevet::call
