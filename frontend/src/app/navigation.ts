/// The pages in the order of the navigation: one line each.
import { type LinkOptions, linkOptions } from '@tanstack/react-router'
import {
  Bot,
  CalendarClock,
  ChartNoAxesCombined,
  Flag,
  Landmark,
  LayoutDashboard,
  type LucideIcon,
  Users,
} from 'lucide-react'

export const navigation: { link: LinkOptions; label: string; icon: LucideIcon }[] = [
  { link: linkOptions({ to: '/' }), label: 'Overview', icon: LayoutDashboard },
  { link: linkOptions({ to: '/automations' }), label: 'Automations', icon: Bot },
  { link: linkOptions({ to: '/goals' }), label: 'Goals', icon: Flag },
  { link: linkOptions({ to: '/bank' }), label: 'Bank', icon: Landmark },
  { link: linkOptions({ to: '/exchange' }), label: 'Exchange', icon: ChartNoAxesCombined },
  { link: linkOptions({ to: '/events' }), label: 'Events', icon: CalendarClock },
  { link: linkOptions({ to: '/accounts' }), label: 'Accounts', icon: Users },
]
